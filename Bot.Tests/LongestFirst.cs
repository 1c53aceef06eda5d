using Bot.Tests;
using Xunit.Sdk;
using Xunit.v3;

// Most of a test through the wire is waiting, so more of them run at once than there are cores.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Bot.Tests;

/// <summary>Starts what runs for long first, so that the short tests fill the gaps and nothing long is left alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection =>
        [.. testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName))];

    private static int Rank(string collection) => collection switch
    {
        Page.PageCollection.Name => 0,
        _ when collection.Contains("Bot.Tests.EndToEnd.", StringComparison.Ordinal) => 1,
        _ => 2,
    };
}
