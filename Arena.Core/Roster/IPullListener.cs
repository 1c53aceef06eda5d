namespace Arena.Core.Roster;

/// <summary>Hears of pulls that ended, after their message says so.</summary>
public interface IPullListener
{
    /// <summary>A pull is done, failed or cancelled. Told once, or twice where the process died in between.</summary>
    /// <param name="pull">With its suggestion, if it follows one.</param>
    /// <param name="added">What became of putting the model on the roster; null where it is not there, or that was not wanted.</param>
    Task PullEndedAsync(Pull pull, AddResult? added, CancellationToken cancellationToken);
}
