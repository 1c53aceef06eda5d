using System.Text.RegularExpressions;

namespace Arena.Core.Integrity;

/// <summary>A name that a model might say of itself.</summary>
/// <param name="Text">As it is usually written.</param>
/// <param name="IsProper">Counts only with a capital letter at the beginning.</param>
internal sealed partial record OwnName(string Text, OwnNameKind Kind, bool IsProper)
{
    /// <summary>How it stands in texts: hyphens and spaces come and go.</summary>
    public string Pattern { get; } = Gap().Replace(Regex.Escape(Text), @"[\s\-]?");

    /// <summary>Whether the name stands in a text, in any case; in a longer word it does not.</summary>
    public bool StandsIn(string text) =>
        Regex.IsMatch(text, $"(?<![A-Za-z]){Pattern}(?![A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(?:\\ |-|\\-)+")]
    private static partial Regex Gap();
}
