using System.Diagnostics.CodeAnalysis;

namespace Arena.Core.Inference;

/// <summary>A model's name by Ollama's rules: <c>[host/][namespace/]model[:tag]</c>. <c>name</c> and <c>name:latest</c> are the same, and so
/// are spellings that differ in case only.</summary>
/// <remarks>The character and length rules are those of Ollama's types/model/name.go. Ollama itself also accepts a scheme before the
/// host; here an address is refused, because whoever pastes one means something else.</remarks>
public sealed class ModelName : IEquatable<ModelName>
{
    private const int LongestPart = 80;
    private const int LongestHost = 350;
    private const string UsualHost = "registry.ollama.ai";
    private const string UsualNamespace = "library";
    private const string UsualTag = "latest";

    private ModelName(string prefix, string model, string tag) => (Prefix, Model, Tag) = (prefix, model, tag);

    /// <summary>Host and namespace with their slashes, or empty.</summary>
    public string Prefix { get; }

    public string Model { get; }

    /// <summary>What stands behind the colon; <c>latest</c> when nothing does.</summary>
    public string Tag { get; }

    /// <summary>The full tag as Ollama lists it, <c>:latest</c> included.</summary>
    public string Canonical => $"{Prefix}{Model}:{Tag}";

    /// <summary>Reads a name that somebody typed. <paramref name="why"/> is one plain sentence that says what is wrong.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ModelName? name, [NotNullWhen(false)] out string? why)
    {
        name = null;
        why = Complaint(text?.Trim() ?? "", ref name);
        return why is null;
    }

    /// <summary>The canonical form, or the text as it is where it is no name.</summary>
    public static string Normalize(string text) => TryParse(text, out var name, out _) ? name.Canonical : text;

    /// <summary>Whether two spellings mean the same model.</summary>
    public static bool Same(string one, string other) =>
        string.Equals(Normalize(one), Normalize(other), StringComparison.OrdinalIgnoreCase);

    public bool Equals(ModelName? other) =>
        other is not null && string.Equals(Canonical, other.Canonical, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as ModelName);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Canonical);

    public override string ToString() => Canonical;

    private static string? Complaint(string text, ref ModelName? name)
    {
        if (text.Length == 0)
            return "A model tag is needed, like `qwen2.5:7b`.";

        if (text.Contains("://", StringComparison.Ordinal))
            return "That is an address, not a model tag; a tag looks like `qwen2.5:7b`.";

        if (text.Any(char.IsWhiteSpace))
            return "A model tag has no spaces; it looks like `qwen2.5:7b`.";

        var rest = text;
        var tag = UsualTag;
        var colon = rest.LastIndexOf(':');
        if (colon > rest.LastIndexOf('/'))
            (rest, tag) = (rest[..colon], rest[(colon + 1)..]);

        var parts = rest.Split('/');
        if (parts.Length > 3)
            return "A model tag has at most a host, a namespace and a name between its slashes.";

        var host = parts.Length == 3 ? parts[0] : null;
        var owner = parts.Length >= 2 ? parts[^2] : null;
        var complaint = PartComplaint("name", parts[^1], LongestPart, ".-_")
            ?? PartComplaint("part behind the colon", tag, LongestPart, ".-_")
            ?? (owner is null ? null : PartComplaint("namespace", owner, LongestPart, "-_.")) // hosts without a namespace look like one
            ?? (host is null ? null : PartComplaint("host", host, LongestHost, "-_.:"));
        if (complaint is not null)
            return complaint;

        var isUsual = (host is null || host.Equals(UsualHost, StringComparison.OrdinalIgnoreCase))
            && (owner is null || owner.Equals(UsualNamespace, StringComparison.OrdinalIgnoreCase));
        var prefix = isUsual ? "" : host is null || host.Equals(UsualHost, StringComparison.OrdinalIgnoreCase) ? $"{owner}/" : $"{host}/{owner}/";
        name = new ModelName(prefix, parts[^1], tag);
        return null;
    }

    private static string? PartComplaint(string what, string part, int longest, string others)
    {
        if (part.Length == 0)
            return $"The {what} of a model tag can not be empty; a tag looks like `qwen2.5:7b`.";

        if (part.Length > longest)
            return $"The {what} of that model tag has {part.Length} characters; at most {longest} are allowed.";

        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            if (!(char.IsAsciiLetterOrDigit(c) || c == '_' || (i > 0 && others.Contains(c))))
            {
                var shown = c is > ' ' and <= '~' and not '`' ? $"`{c}`" : $"U+{(int)c:X4}";
                return i == 0 && others.Contains(c)
                    ? $"The {what} of a model tag can not begin with {shown}."
                    : $"The {what} of a model tag can not contain {shown}; it looks like `qwen2.5:7b`.";
            }
        }

        return null;
    }
}
