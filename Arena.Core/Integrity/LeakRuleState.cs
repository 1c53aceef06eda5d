using Arena.Core.Roster;

namespace Arena.Core.Integrity;

/// <summary>By what rule, and with which names of which models, leaks were looked for.</summary>
/// <param name="Rule">See <see cref="LeakDetector.Rule"/>.</param>
/// <param name="Names">By tag, what stands for the model's names.</param>
internal sealed record LeakRuleState(string Rule, IReadOnlyDictionary<string, string> Names)
{
    public static LeakRuleState Of(IEnumerable<Model> roster) => new(
        LeakDetector.Rule, roster.ToDictionary(model => model.Tag, model => LeakDetector.Hash(ModelIdentity.Of(model).Summary), StringComparer.Ordinal));

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static LeakRuleState Read(string text)
    {
        var lines = text.Split('\n');
        return new LeakRuleState(lines[0], lines.Skip(1).Select(line => line.Split(' ', 2)).ToDictionary(cells => cells[1], cells => cells[0], StringComparer.Ordinal));
    }

    public string Write() =>
        string.Join('\n', [Rule, .. Names.OrderBy(name => name.Key, StringComparer.Ordinal).Select(name => $"{name.Value} {name.Key}")]);

    /// <summary>Models whose battles are to be looked at again; null for all of them. One that is new has none.</summary>
    public IReadOnlySet<string>? Touched(LeakRuleState? before) => before is null || before.Rule != Rule
        ? null
        : Names.Where(name => before.Names.TryGetValue(name.Key, out var was) && was != name.Value).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
}
