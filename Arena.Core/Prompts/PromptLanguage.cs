namespace Arena.Core.Prompts;

/// <summary>
/// The language of a prompt: by its script where that is enough, else by the profiles of the languages that share the script. Code,
/// formulas and addresses say nothing about it.
/// </summary>
public static class PromptLanguage
{
    /// <summary>What is said of a prompt in no language, in several, or in one that is not known.</summary>
    public const string Undetermined = "und";

    // What a prompt is written in shows at its beginning; the rest may be a whole book.
    private const int LongestLook = 4_000;

    // Of all letters, so that a word in another script does not matter and half a text does.
    private const double Majority = 0.6;

    /// <summary>An ISO 639-1 code, or <see cref="Undetermined"/>.</summary>
    public static string Detect(string text)
    {
        var prose = PromptProse.Of(text.Length > LongestLook ? text[..LongestLook] : text);
        if (MainScript(prose) is not { } script)
            return Undetermined;
        return Scripts.Language(script) ?? LanguageProfiles.Of(script)?.Judge(prose) ?? Undetermined;
    }

    private static Script? MainScript(string prose)
    {
        var letters = new Dictionary<Script, int>();
        foreach (var rune in prose.EnumerateRunes())
        {
            if (Scripts.Of(rune) is { } script)
                letters[script] = letters.GetValueOrDefault(script) + Scripts.Weight(script);
        }

        // Japanese is written in both; Chinese uses no kana, but for a name or two.
        if (letters.GetValueOrDefault(Script.Kana) * 8 > letters.GetValueOrDefault(Script.Han) && letters.Remove(Script.Han, out var han))
            letters[Script.Kana] = letters.GetValueOrDefault(Script.Kana) + han;
        if (letters.Count == 0)
            return null;
        var most = letters.MaxBy(pair => (pair.Value, -(int)pair.Key));
        return most.Value >= Majority * letters.Values.Sum() ? most.Key : null;
    }
}
