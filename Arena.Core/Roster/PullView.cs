namespace Arena.Core.Roster;

/// <summary>A pull as it is shown.</summary>
/// <param name="Stage">What it does; says nothing once it ended.</param>
/// <param name="Share">0 to 1; never less than was shown before.</param>
/// <param name="BytesPerSecond">Of late; null while that is not known.</param>
/// <param name="TimeLeft">Null while it is not known.</param>
public sealed record PullView(Pull Pull, PullStage Stage, double Share, double? BytesPerSecond, TimeSpan? TimeLeft)
{
    /// <summary>What became of adding the model; null where that was not wanted, and before.</summary>
    public AddResult? Added { get; init; }

    /// <summary>For a model that the registry does not have: the one that was most likely meant, or null.</summary>
    public string? DidYouMean { get; init; }

    public static PullView Of(Pull pull, PullStage stage) => new(pull, stage, pull.ShareStored, null, null);
}
