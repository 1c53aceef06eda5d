namespace Arena.Core.Leaderboards;

/// <summary>Where daily summaries are shown.</summary>
public interface ISummaryScreen
{
    /// <summary>Posts a summary with the server's board. Asked again for the same day within some minutes, it is posted once.</summary>
    /// <returns>The message; null where the channel does not take it for good, which the moderators are told.</returns>
    Task<MessageId?> PostAsync(ServerId server, ChannelId channel, DailySummary summary, CancellationToken cancellationToken);
}
