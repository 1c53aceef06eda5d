namespace Bot.Configuration;

/// <summary>A rule that one setting must keep with others.</summary>
/// <param name="Setting">The one that is complained about.</param>
/// <param name="Expectation">Goes on after "expected".</param>
/// <param name="Holds">Whether the values keep the rule.</param>
internal sealed record SettingRule(Setting Setting, string Expectation, Func<SettingValues, bool> Holds)
{
    public static SettingRule AtMost<T>(Setting<T> smaller, Setting<T> larger)
        where T : IComparable<T> =>
        new(smaller, $"at most {larger.Key}", values => values.Get(smaller).CompareTo(values.Get(larger)) <= 0);
}
