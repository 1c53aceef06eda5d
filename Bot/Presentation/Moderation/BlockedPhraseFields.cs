namespace Bot.Presentation.Moderation;

/// <summary>Phrases that no prompt may contain: how they are shown and read.</summary>
internal static class BlockedPhraseFields
{
    private const int Most = 200;
    private const int Longest = 100;
    private const int Shown = 5;

    public static SettingsEditor Editor { get; } = new SettingsEditor.Form(
        _ => $"One a line, at most {Most} of at most {Longest} characters; empty for none",
        of => string.Join('\n', of.BlockedPhrases), Read, IsLong: true);

    public static string Show(SettingsFrame frame)
    {
        var phrases = frame.Now.BlockedPhrases;
        if (phrases.Count == 0)
            return "none";
        var more = phrases.Count > Shown ? $" and {Numbers.Count(phrases.Count - Shown)} more" : "";
        return $"{string.Join(", ", phrases.Take(Shown).Select(SettingsFields.Quoted))}{more}";
    }

    private static SettingsReading Read(SettingsFrame frame, string text)
    {
        var phrases = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (phrases.Find(phrase => phrase.Length > Longest) is { } tooLong)
            return new SettingsReading.Bad(
                $"A phrase can have {Longest} characters; {SettingsFields.Quoted(tooLong)} has {Numbers.Count(tooLong.Length)}. Shorten it, or put it on several lines.");
        if (phrases.Count > Most)
            return new SettingsReading.Bad($"There can be {Most} phrases; these are {Numbers.Count(phrases.Count)}. Leave some out.");
        return new SettingsReading.Good(frame.Now with { BlockedPhrases = phrases });
    }
}
