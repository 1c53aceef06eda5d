namespace Arena.Core.Leaderboards;

/// <summary>Where a server's day is read, and where it is kept that its summary was posted.</summary>
internal interface ISummaryStore
{
    Task<DailySummary> ReadAsync(ServerId server, ServerDay day, CancellationToken cancellationToken);

    /// <summary>True once for a server and day; again while its message is not known, as after a kill in between.</summary>
    /// <param name="day">The day's first moment.</param>
    Task<bool> TryBeginAsync(ServerId server, DateTimeOffset day, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>It is done.</summary>
    /// <param name="message">Null where there was nothing to say, or nowhere to say it.</param>
    Task FinishAsync(ServerId server, DateTimeOffset day, MessageId? message, CancellationToken cancellationToken);
}
