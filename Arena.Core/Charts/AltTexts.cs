using Arena.Core.Leaderboards;
using Arena.Core.Roster;

namespace Arena.Core.Charts;

/// <summary>What pictures say in words.</summary>
internal static class AltTexts
{
    // Discord takes 1,024 characters.
    private const int Most = 1000;
    private const int MostOfName = 60;

    /// <summary>The text, short enough to be sent.</summary>
    public static string Fit(string text) => DisplayText.Shorten(text, Most, t => t.Length);

    /// <summary>A name, short enough to leave room for what is said of it.</summary>
    public static string Name(string name) => DisplayText.Shorten(name, MostOfName, t => t.Length);

    /// <summary>The same of a model: one that is flagged is said to be.</summary>
    public static string Name(Model model, string name) => model.Status == ModelStatus.Flagged ? $"{Name(name)} (flagged)" : Name(name);

    /// <summary>Several, with commas.</summary>
    public static string List(IEnumerable<string> parts) => string.Join(", ", parts);
}
