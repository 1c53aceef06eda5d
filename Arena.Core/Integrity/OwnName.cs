using System.Text.RegularExpressions;

namespace Arena.Core.Integrity;

/// <summary>A name that a model might say of itself.</summary>
/// <param name="Text">As it is usually written.</param>
/// <param name="IsProper">Counts only with a capital letter at the beginning.</param>
internal sealed partial record OwnName(string Text, OwnNameKind Kind, bool IsProper)
{
    private readonly Regex _inText = Of(Text, "(?<![A-Za-z])(?:{0})(?![A-Za-z])");
    private readonly Regex _whole = Of(Text, "^(?:{0})$");

    /// <summary>How it stands in texts: hyphens and spaces come and go.</summary>
    public string Pattern => PatternOf(Text);

    /// <summary>Its first word, which stands wherever it does.</summary>
    public string Beginning => Text.Split(' ', '-')[0];

    /// <summary>Whether the name stands in a text, in any case; in a longer word it does not.</summary>
    public bool StandsIn(string text) => _inText.IsMatch(text);

    /// <summary>Whether this is the name, however it is written.</summary>
    public bool Is(string text) => _whole.IsMatch(text);

    private static string PatternOf(string text) => Gap().Replace(Regex.Escape(text), @"[\s\-]?");

    private static Regex Of(string text, string around) =>
        new(around.Replace("{0}", PatternOf(text), StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(?:\\ |-|\\-)+")]
    private static partial Regex Gap();
}
