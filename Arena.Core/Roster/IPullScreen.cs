namespace Arena.Core.Roster;

/// <summary>Where pulls are shown.</summary>
public interface IPullScreen
{
    /// <summary>Shows a pull in its message; in a new one where it has none, or where it was deleted.</summary>
    /// <returns>The message that shows it now.</returns>
    /// <exception cref="PullChannelGoneException">The channel is gone, or closed to the arena.</exception>
    Task<MessageId> ShowAsync(PullView view, CancellationToken cancellationToken);
}
