using Arena.Core.Roster;

namespace Arena.Core.Integrity;

/// <summary>
/// What a model would say that it is: its own name, its family's and its makers'. The family is what its tag or display name says, and only where
/// these name none what its node reports: to a node, many a model is of the family whose architecture it has. A fine-tune is also of the
/// family that it was made from.
/// </summary>
internal sealed class ModelIdentity
{
    private readonly List<OwnName> _names = [];

    private ModelIdentity()
    {
    }

    /// <summary>The names, longest first.</summary>
    public IReadOnlyList<OwnName> Names => _names;

    /// <summary>All that matters here, as one line; another one where a name has changed.</summary>
    public string Summary => string.Join(';', _names.Select(name => $"{name.Kind}:{name.Text}"));

    public static ModelIdentity Of(Model model)
    {
        var identity = new ModelIdentity();
        var families = ModelFamilies.NamedIn(model.Tag).Union(ModelFamilies.NamedIn(model.DisplayName)).ToList();
        if (families.Count == 0 && model.Family is { } reported)
            families = [.. ModelFamilies.NamedIn(reported)];
        foreach (var family in families)
        {
            identity.Add(family.Names, OwnNameKind.Name);
            identity.Add(family.Words, OwnNameKind.Word);
            identity.Add(family.Makers, OwnNameKind.Maker);
        }

        foreach (var word in ModelWords.NamesIn(model.Tag).Concat(ModelWords.NamesIn(model.DisplayName)))
            identity.Add(word, OwnNameKind.Word);
        identity._names.Sort((x, y) => x.Text.Length != y.Text.Length
            ? y.Text.Length.CompareTo(x.Text.Length)
            : string.CompareOrdinal(x.Text, y.Text));
        return identity;
    }

    /// <summary>The names without those that stand in a prompt: who repeats what was said to it gives nothing away.</summary>
    public IReadOnlyList<OwnName> NamesOutside(IEnumerable<string> prompts)
    {
        var said = prompts.Select(LeakText.Plain).ToList();
        return [.. _names.Where(name => !said.Exists(prompt => name.StandsIn(prompt)))];
    }

    private void Add(string names, OwnNameKind kind)
    {
        foreach (var text in names.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = new OwnName(text.TrimStart('='), kind, kind == OwnNameKind.Word || text.StartsWith('='));
            var known = _names.FindIndex(other => other.Text.Equals(name.Text, StringComparison.OrdinalIgnoreCase));
            if (known < 0)
                _names.Add(name);
            else if (_names[known].Kind != kind && kind == OwnNameKind.Maker)
                _names[known] = _names[known] with { Kind = OwnNameKind.NameAndMaker };
        }
    }
}
