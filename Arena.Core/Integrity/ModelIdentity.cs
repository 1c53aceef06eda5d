using System.Buffers;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Arena.Core.Roster;

namespace Arena.Core.Integrity;

/// <summary>
/// What a model would say that it is: its own name, its family's and its makers'. The family is what its tag or display name says, and only where
/// these name none what its node reports: to a node, many a model is of the family whose architecture it has. A fine-tune is also of the
/// family that it was made from.
/// </summary>
internal sealed class ModelIdentity
{
    // A name goes on with a version: Qwen2.5, Llama-3.2-3B, Phi 3; in Polish with an ending.
    private const string Version = @"(?:'?(?:iem|em|ą|ę)(?![A-Za-z]))?(?:[\s-]?v?\d+(?:\.\d+)*(?:[a-z](?![A-Za-z]))?(?:[\s-]\d+(?:\.\d+)?[bB](?![A-Za-z]))?)?";

    private static readonly ConcurrentDictionary<(string Tag, string DisplayName, string? Family), ModelIdentity> Known = new();

    private readonly List<OwnName> _names = [];
    private readonly SearchValues<string> _beginnings;
    private readonly Regex _inText;

    private ModelIdentity(Model model)
    {
        var families = ModelFamilies.NamedIn(model.Tag).Union(ModelFamilies.NamedIn(model.DisplayName)).ToList();
        if (families.Count == 0 && model.Family is { } reported)
            families = [.. ModelFamilies.NamedIn(reported)];
        foreach (var family in families)
        {
            Add(family.Names, OwnNameKind.Name);
            Add(family.Words, OwnNameKind.Word);
            Add(family.Makers, OwnNameKind.Maker);
        }

        // As a whole it is nothing else than the model's.
        if (model.Tag.AsSpan().ContainsAnyInRange('0', '9'))
            Add(model.Tag, OwnNameKind.Name);
        foreach (var word in ModelWords.NamesIn(model.Tag).Concat(ModelWords.NamesIn(model.DisplayName)))
            Add(word, OwnNameKind.Word);
        _names.Sort((x, y) => x.Text.Length != y.Text.Length
            ? y.Text.Length.CompareTo(x.Text.Length)
            : string.CompareOrdinal(x.Text, y.Text));
        _beginnings = SearchValues.Create([.. _names.Select(name => name.Beginning)], StringComparison.OrdinalIgnoreCase);
        _inText = new Regex(
            $"(?<![A-Za-z0-9])(?<name>{string.Join('|', _names.Select(name => name.Pattern))}){Version}(?![A-Za-z])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The names, longest first.</summary>
    public IReadOnlyList<OwnName> Names => _names;

    /// <summary>All that matters here, as one line; another one where a name has changed.</summary>
    public string Summary => string.Join(';', _names.Select(name => $"{name.Kind}:{name.Text}"));

    // Rosters are small, and a battle is asked about two of their models.
    public static ModelIdentity Of(Model model) =>
        Known.GetOrAdd((model.Tag, model.DisplayName, model.Family), static (_, model) => new ModelIdentity(model), model);

    /// <summary>Quick, and never wrong when it says no.</summary>
    public bool MayStandIn(string text) => _names.Count > 0 && text.AsSpan().ContainsAny(_beginnings);

    /// <summary>The names in a text, each with the version behind it: <c>name</c> is the name alone.</summary>
    public MatchCollection In(string text) => _inText.Matches(text);

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
