namespace Bot.Tests.EndToEnd;

/// <summary>An arena that the tests of one class share.</summary>
public sealed class ArenaFixture : IAsyncLifetime
{
    internal ArenaDriver Arena { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Arena = await ArenaDriver.StartAsync(("ARENA_WAITING_PER_MEMBER", "20"));

    public ValueTask DisposeAsync() => Arena.DisposeAsync();
}
