namespace Arena.Core.Inference;

/// <summary>Finds the name somebody most likely meant.</summary>
public static class ClosestName
{
    /// <summary>The known name most like the wanted one, or null when none is near. Case does not count; the same name with another
    /// tag (<c>qwen2.5</c> for <c>qwen2.5:7b</c>) is nearer than any misspelling.</summary>
    public static string? Find(string wanted, IEnumerable<string> known)
    {
        var typed = wanted.Trim().ToLowerInvariant();
        if (typed.Length is 0 or > 200)
            return null;

        return known
            .Select(name => (Name: name, Distance: Distance(typed, name.ToLowerInvariant())))
            .Where(near => near.Distance is not null)
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Select(near => near.Name)
            .FirstOrDefault();
    }

    private static double? Distance(string typed, string name)
    {
        var (typedBase, typedTag) = Cut(typed);
        var (nameBase, nameTag) = Cut(name);
        var tags = typedTag.Length == 0 ? 0 : EditDistance.Between(typedTag, nameTag) / (double)Math.Max(typedTag.Length, nameTag.Length);
        if (typedBase == nameBase)
            return tags / 2;

        // A piece of the real name, long enough to mean it: "llama" for "llama3.2:3b".
        if (typedBase.Length >= 3 && (nameBase.Contains(typedBase) || typedBase.Contains(nameBase)))
            return 0.5 + (Math.Abs(nameBase.Length - typedBase.Length) / 100.0) + (tags / 100);

        var edits = EditDistance.Between(typedBase, nameBase);
        return edits <= Math.Max(1, Math.Max(typedBase.Length, nameBase.Length) / 3) ? edits + tags : null;
    }

    private static (string Base, string Tag) Cut(string name)
    {
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? (name[..colon], name[(colon + 1)..]) : (name, "");
    }
}
