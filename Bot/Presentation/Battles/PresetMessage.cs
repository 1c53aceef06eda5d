using System.Globalization;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Bot.Discord.Messages;

namespace Bot.Presentation.Battles;

/// <summary>Sampling presets as moderators read them.</summary>
internal static class PresetMessage
{
    private const int LongestText = 3_900;
    private const int LongestExcerpt = 60;

    /// <summary>All presets of a server, one to a line.</summary>
    /// <param name="usual">The preset of battles that name none.</param>
    public static OutgoingMessage List(IReadOnlyList<SamplingPreset> presets, string usual)
    {
        const string foot = "\nBattles that name no preset use the usual one, which /arena settings chooses. With `name` the list shows one preset, its system prompt whole.";
        var lines = presets.Select(preset => Line(preset, preset.Name == usual)).Append(foot).ToList();
        // Discord takes more text in two boxes than in one.
        var first = lines.Sum(line => line.Length + 1) <= LongestText ? lines.Count : lines.Count / 2;
        var title = Whisper("Presets of this server", string.Join('\n', lines.Take(first)));
        return first == lines.Count
            ? title
            : title with { Embeds = [.. title.Embeds, new Embed { Description = string.Join('\n', lines.Skip(first)), Color = BattleMessage.Blue }] };
    }

    /// <summary>One preset with all that it says.</summary>
    public static OutgoingMessage One(SamplingPreset preset) => Whisper(
        preset.Name,
        preset.System is { } system
            ? $"{Sentence(Values(preset))}\nIts system prompt:\n{SafeText.Quote(SafeText.Plain(system))}"
            : Sentence(Values(preset)));

    /// <summary><c>temperature 0.7, top-p 0.95</c>; without the system prompt, whose text is not ours.</summary>
    public static string Values(SamplingPreset preset)
    {
        var sampling = preset.Sampling;
        string?[] parts =
        [
            Part("temperature", sampling.Temperature),
            Part("top-p", sampling.TopP),
            Part("min-p", sampling.MinP),
            Part("top-k", sampling.TopK),
            Part("repeat penalty", sampling.RepeatPenalty),
            preset.OutputTokens is { } output ? $"answers of {Numbers.Count(output, "token")} at most" : null,
            preset.ContextTokens is { } context ? $"context of {Numbers.Count(context, "token")}" : null,
        ];
        var told = string.Join(", ", parts.OfType<string>());
        return told.Length > 0 ? told : "as the models come";
    }

    /// <summary>The same with the beginning of the system prompt.</summary>
    public static string Line(SamplingPreset preset) => preset.System is { } system
        ? $"{Values(preset)}, system prompt {SafeText.Code(TextBox.Plain(system, LongestExcerpt))}"
        : Values(preset);

    public static string Defined(DefinePresetResult result) => result switch
    {
        DefinePresetResult.Defined defined =>
            $"The preset **{defined.Preset.Name}** is {(defined.Before is null ? "new" : "changed")}: {Values(defined.Preset)}"
            + $"{(defined.Preset.System is null ? "" : ", with a system prompt")}. Battles that wait keep what they were asked for with.",
        DefinePresetResult.BuiltIn built => ErrorText.PresetIsBuiltIn(built.Name),
        DefinePresetResult.BadName => ErrorText.BadPresetName,
        DefinePresetResult.OutOfRange outside => ErrorText.PresetOutOfRange(outside.Bound),
        DefinePresetResult.TooMany many => ErrorText.TooManyPresets(many.Limit),
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };

    public static string Removed(RemovePresetResult result) => result switch
    {
        RemovePresetResult.Removed { WasUsual: true } removed =>
            $"The preset **{removed.Name}** is removed. It was the usual one here, so battles that name none are asked with **balanced** now.",
        RemovePresetResult.Removed removed => $"The preset **{removed.Name}** is removed.",
        RemovePresetResult.BuiltIn built => ErrorText.PresetIsBuiltIn(built.Name),
        RemovePresetResult.Unknown unknown => ErrorText.UnknownOwnPreset(unknown.Name, unknown.DidYouMean),
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };

    private static string Line(SamplingPreset preset, bool isUsual) => $"**{preset.Name}**{(isUsual ? " (usual)" : "")} {Line(preset)}";

    private static string? Part(string name, double? value) =>
        value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{name} {number:0.###}") : null;

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static OutgoingMessage Whisper(string title, string text) =>
        OutgoingMessage.Whisper("") with { Embeds = [new Embed { Title = title, Description = TextBox.Plain(text, LongestText), Color = BattleMessage.Blue }] };
}
