namespace Arena.Core.Roster;

/// <summary>Where pulls are kept. A pull's beginning and its end are one transaction each with their audit line.</summary>
internal interface IPullStore
{
    /// <summary>Stores a new running pull.</summary>
    /// <returns>The new one, or the one that runs for this tag already.</returns>
    Task<(Pull Pull, bool IsNew)> StartAsync(
        string tag, bool adds, ServerId server, ChannelId channel, MemberId by, long? suggestion, DateTimeOffset at, CancellationToken cancellationToken);

    Task<Pull?> FindAsync(PullId pull, CancellationToken cancellationToken);

    /// <summary>Those that run, first asked first.</summary>
    Task<IReadOnlyList<Pull>> RunningAsync(CancellationToken cancellationToken);

    /// <summary>Those that ended and are not shown as such yet.</summary>
    Task<IReadOnlyList<Pull>> UnshownAsync(CancellationToken cancellationToken);

    Task SetMessageAsync(PullId pull, MessageId message, CancellationToken cancellationToken);

    Task SetProgressAsync(PullId pull, Uri? node, long? completed, long? total, CancellationToken cancellationToken);

    /// <summary>The model is to be on the roster after all.</summary>
    Task SetAddsAsync(PullId pull, CancellationToken cancellationToken);

    /// <summary>Its last state is shown.</summary>
    Task SetShownAsync(PullId pull, CancellationToken cancellationToken);

    /// <summary>Ends a running pull; false when it had ended already.</summary>
    /// <param name="by">Who cancelled it; null for the other ends.</param>
    /// <param name="detail">For the operator.</param>
    Task<bool> TryEndAsync(
        PullId pull, PullState state, PullFailure? failure, string? detail, MemberId? by, DateTimeOffset at, CancellationToken cancellationToken);
}
