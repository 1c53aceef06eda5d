using Bot.Discord;
using Bot.Discord.Events;

namespace Bot.Tests.Discord.Gateway;

/// <summary>A client whose gateway runs against a script until the test is over.</summary>
internal sealed class RunningClient : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DiscordClient _client;

    public RunningClient(DiscordClient client)
    {
        _client = client;
        Run = client.RunAsync(_stop.Token);
    }

    /// <summary>Ends when the client's gateway does.</summary>
    public Task Run { get; }

    public GatewayHealth Health => _client.Health;

    public DiscordClient Client => _client;

    /// <summary>The next event, which must be one of these.</summary>
    public async Task<T> NextAsync<T>()
        where T : DiscordEvent =>
        Assert.IsType<T>(await _client.Events.ReadAsync(Patience.Token));

    public Task StopAsync() => _stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Run.WaitAsync(Patience.Bound).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _client.DisposeAsync();
    }
}
