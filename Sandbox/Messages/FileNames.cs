namespace Sandbox.Messages;

internal static class FileNames
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
        [".md"] = "text/markdown; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json",
    };

    /// <summary>As Discord stores names: blanks become underscores, and what is neither letter, digit, dot, dash nor underscore goes.</summary>
    public static string Clean(string name)
    {
        var clean = new string([.. name.Replace(' ', '_').Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')]).TrimStart('.');
        return clean.Length == 0 ? "unknown" : clean;
    }

    public static string ContentType(string name, string sent) => Types.GetValueOrDefault(Path.GetExtension(name), sent);
}
