using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary><c>/arena presets</c>: how models are asked in this server.</summary>
internal sealed class ArenaPresets : ISubcommand
{
    private const string Name = "name";
    private const string Temperature = "temperature";
    private const string TopP = "top_p";
    private const string MinP = "min_p";
    private const string TopK = "top_k";
    private const string RepeatPenalty = "repeat_penalty";
    private const string OutputTokens = "output_tokens";
    private const string Context = "context";
    private const string System = "system_prompt";

    private readonly PresetDesk _presets;
    private readonly PresetChoices _choices;

    public ArenaPresets(PresetDesk presets, PresetChoices choices, InferenceOptions inference)
    {
        (_presets, _choices) = (presets, choices);
        Definition = CommandOption.Group(
            "presets", "How models choose their words in this server",
            CommandOption.Subcommand(
                "list", "All presets, or one with its system prompt",
                CommandOption.Text(Name, "One of them").WithAutocomplete()),
            CommandOption.Subcommand(
                "set", "Make a preset, or replace one; what is left out is left to the models",
                CommandOption.Text(Name, "1 to 32 lower-case letters, digits and hyphens").Required().WithAutocomplete(),
                Ranged(CommandOption.Number(Temperature, "0 for nearly always the likeliest word, 2 for almost any"), PresetRules.Temperature),
                Ranged(CommandOption.Number(TopP, "Only the likeliest words that make up this share, such as 0.9"), PresetRules.TopP),
                Ranged(CommandOption.Number(MinP, "Only words at least this likely beside the likeliest, such as 0.05"), PresetRules.MinP),
                Ranged(CommandOption.Integer(TopK, "Only this many of the likeliest words"), PresetRules.TopK),
                Ranged(CommandOption.Number(RepeatPenalty, "Above 1 words already said become less likely"), PresetRules.RepeatPenalty),
                Ranged(CommandOption.Integer(OutputTokens, "Tokens of one answer at most"), PresetRules.OutputTokens(inference)),
                Ranged(CommandOption.Integer(Context, "Tokens of a whole conversation at most"), PresetRules.ContextTokens(inference)),
                CommandOption.Text(System, "What both models are told before the prompt").WithLength(max: PresetRules.LongestSystem)),
            CommandOption.Subcommand(
                "remove", "Remove a preset of this server",
                CommandOption.Text(Name, "One of this server's own").Required().WithAutocomplete()));
    }

    public string Parent => "arena";

    public CommandOption Definition { get; }

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var server = command.Server!.Value;
        await reply.ThinkQuietlyAsync(cancellationToken);
        var answer = command.Options.Subcommand switch
        {
            "presets list" => await ListAsync(server, command.Options.Text(Name), cancellationToken),
            "presets set" => await SetAsync(command, server, cancellationToken),
            "presets remove" => OutgoingMessage.Whisper(
                PresetMessage.Removed(await _presets.RemoveAsync(server, command.Member.Id, command.Options.Text(Name) ?? "", cancellationToken))),
            _ => OutgoingMessage.Whisper(ErrorText.UnknownCommand),
        };
        await reply.SayAsync(answer, cancellationToken);
    }

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        _choices.SuggestAsync(typing, cancellationToken, ownOnly: typing.Options.Subcommand != "presets list");

    private async Task<OutgoingMessage> SetAsync(Interaction.SlashCommand command, ServerId server, CancellationToken cancellationToken)
    {
        var result = await _presets.DefineAsync(server, command.Member.Id, Read(command.Options), cancellationToken);
        var answer = OutgoingMessage.Whisper(PresetMessage.Defined(result));
        return result is DefinePresetResult.Defined ? answer : WrittenText.With(answer, WrittenText.Of(command));
    }

    private async Task<OutgoingMessage> ListAsync(ServerId server, string? name, CancellationToken cancellationToken)
    {
        var presets = await _presets.ListAsync(server, cancellationToken);
        if (string.IsNullOrWhiteSpace(name))
            return PresetMessage.List(presets, (await _presets.UsualAsync(server, cancellationToken)).Name);
        return await _presets.FindAsync(server, name, cancellationToken) is { } preset
            ? PresetMessage.One(preset)
            : OutgoingMessage.Whisper(ErrorText.UnknownPreset(
                name, ClosestName.Find(name, presets.Select(known => known.Name)), [.. presets.Select(known => known.Name)]));
    }

    private static SamplingPreset Read(CommandOptions options) => new(
        options.Text(Name) ?? "",
        new SamplingOptions(
            Temperature: options.Number(Temperature), TopP: options.Number(TopP), TopK: Whole(options, TopK), MinP: options.Number(MinP),
            RepeatPenalty: options.Number(RepeatPenalty)),
        Whole(options, OutputTokens), Whole(options, Context), options.Text(System));

    // What is far beyond any range stays so.
    private static int? Whole(CommandOptions options, string name) =>
        options.Integer(name) is { } value ? (int)Math.Clamp(value, int.MinValue, int.MaxValue) : null;

    private static CommandOption Ranged(CommandOption option, PresetBound bound) => option.WithRange(bound.Least, bound.Most);
}
