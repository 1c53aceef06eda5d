using System.Collections.Concurrent;

namespace Bot.Tests.EndToEnd;

/// <summary>What members pressed, chose and sent in each test, by the verb that the bot hears.</summary>
internal static class Presses
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<string>> ByTest = new();

    public static void Note(string customId)
    {
        if (TestContext.Current.Test is { } test)
            ByTest.GetOrAdd(test.UniqueID, _ => []).Add(customId.Split(':')[0]);
    }

    public static IReadOnlySet<string> In(string test) => ByTest.TryGetValue(test, out var verbs) ? verbs.ToHashSet() : new HashSet<string>();
}
