using System.Collections.Concurrent;
using Arena.Core.Leaderboards;

namespace Arena.Core.Tests.Testing;

/// <summary>Keeps the daily summaries that it is given.</summary>
internal sealed class RecordingSummaries : ISummaryScreen
{
    /// <summary>Runs before each; may throw.</summary>
    public Action Before { get; set; } = () => { };

    public ConcurrentQueue<(ChannelId Channel, DailySummary Summary)> Posted { get; } = new();

    public Task<MessageId?> PostAsync(ServerId server, ChannelId channel, DailySummary summary, CancellationToken cancellationToken)
    {
        Before();
        Posted.Enqueue((channel, summary));
        return Task.FromResult<MessageId?>(new MessageId(1));
    }
}
