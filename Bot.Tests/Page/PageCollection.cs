namespace Bot.Tests.Page;

/// <summary>The tests that share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class PageCollection : ICollectionFixture<SharedBrowser>
{
    public const string Name = "page";
}
