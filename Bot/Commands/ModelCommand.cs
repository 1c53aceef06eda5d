using Arena.Core.Inference;
using Arena.Core.Roster;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/model add</c> and <c>/model retire</c>: for those who care for the roster.</summary>
internal sealed class ModelCommand(RosterService roster, Fleet fleet, Access access) : ISlashCommand
{
    private const string Tag = "model";

    /// <summary>Discord waits three seconds for suggestions; nodes that do not answer in time have none.</summary>
    private static readonly TimeSpan SuggestionBound = TimeSpan.FromSeconds(1.5);

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "model",
        "Change which models play",
        CommandOption.Subcommand(
            "add", "Put a model on the roster, or back on it",
            CommandOption.Text(Tag, "Tag as Ollama knows it, such as qwen2.5:7b").Required().WithAutocomplete()),
        CommandOption.Subcommand(
            "retire", "Take a model out of play; it keeps its rating",
            CommandOption.Text(Tag, "Tag of a model on the roster").Required().WithAutocomplete()))
        .ShownTo(Permissions.ManageServer);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (command.Options.Subcommand is not ("add" or "retire"))
        {
            await reply.WhisperAsync(ErrorText.UnknownCommand, cancellationToken);
            return;
        }

        if (!await access.MayChangeRosterAsync(command, cancellationToken))
        {
            await reply.WhisperAsync(access.IsModerator(command) ? ErrorText.OnlyRosterKeepers : ErrorText.OnlyModerators, cancellationToken);
            return;
        }

        var tag = command.Options.Text(Tag) ?? "";
        await reply.ThinkQuietlyAsync(cancellationToken);
        var sentence = command.Options.Subcommand == "add"
            ? Sentence(await roster.AddAsync(tag, command.Member.Id, cancellationToken))
            : Sentence(await roster.RetireAsync(tag, command.Member.Id, cancellationToken));
        await reply.SayAsync(OutgoingMessage.Whisper(sentence), cancellationToken);
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        if (typing.Options.Focused is not { } focused || !await access.MayChangeRosterAsync(typing, cancellationToken))
            return [];
        var tags = typing.Options.Subcommand == "retire"
            ? roster.Current.Where(model => model.Status != ModelStatus.Retired).Select(model => model.Tag)
            : await AddableAsync(cancellationToken);
        return ModelSuggestions.For(focused.Typed, tags);
    }

    private async Task<IEnumerable<string>> AddableAsync(CancellationToken cancellationToken)
    {
        var playing = roster.Current.Where(model => model.IsActive).Select(model => model.Tag).ToHashSet(StringComparer.Ordinal);
        try
        {
            var hosted = await fleet.ModelsAsync(cancellationToken).WaitAsync(SuggestionBound, cancellationToken);
            return hosted.Where(model => model.CanChat && !playing.Contains(model.Tag)).Select(model => model.Tag);
        }
        catch (Exception e) when (e is ModelHostException or TimeoutException)
        {
            return roster.Current.Where(model => !model.IsActive).Select(model => model.Tag);
        }
    }

    private static string Sentence(AddResult result) => result switch
    {
        AddResult.Added added => $"**{ModelNames.WithSize(added.Model)}** is on the roster and plays from the next battle on.",
        AddResult.Restored restored => $"**{ModelNames.WithSize(restored.Model)}** plays again, with its old rating.",
        AddResult.AlreadyActive already => $"**{ModelNames.WithSize(already.Model)}** is on the roster already.",
        AddResult.Malformed malformed => malformed.Why,
        AddResult.UnknownToNodes unknown => ErrorText.UnknownToNodes(unknown.Tag, unknown.DidYouMean),
        AddResult.CannotChat mute => mute.Why,
        AddResult.NodesUnreachable => ErrorText.NodesUnreachable,
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };

    private static string Sentence(RetireResult result) => result switch
    {
        RetireResult.Retired retired => $"**{ModelNames.Tag(retired.Model.Tag)}** plays no more. It keeps its rating; /model add brings it back.",
        RetireResult.AlreadyRetired already => $"**{ModelNames.Tag(already.Model.Tag)}** is retired already.",
        RetireResult.NotOnRoster unknown => ErrorText.UnknownModel(unknown.Tag, unknown.DidYouMean),
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };
}
