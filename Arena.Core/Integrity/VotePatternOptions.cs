namespace Arena.Core.Integrity;

/// <summary>When votes are noticed. The figures are argued for in docs/integrity.md.</summary>
internal sealed record VotePatternOptions
{
    public static readonly VotePatternOptions Default = new();

    /// <summary>How far back battles are looked at: what is sudden, and what is steady.</summary>
    public IReadOnlyList<TimeSpan> Windows { get; init; } = [TimeSpan.FromDays(2), TimeSpan.FromDays(30)];

    /// <summary>Ballots in battles with the model without which a member says nothing about it.</summary>
    public int FewestBallots { get; init; } = 3;

    /// <summary>The same for those that a cohort is held against. Fewer make chance one-sided more often, so this errs on the side of the cohort.</summary>
    public int FewestOfOthers { get; init; } = 2;

    /// <summary>The share of a member's ballots from which on they are one-sided.</summary>
    public double OneSided { get; init; } = 0.75;

    /// <summary>How much that share must lie above what the others in the same battles say.</summary>
    public double Lift { get; init; } = 0.2;

    /// <summary>The smallest group that is noticed.</summary>
    public int SmallestGroup { get; init; } = 5;

    /// <summary>How many of the accounts that have something in common must be one-sided.</summary>
    public double ShareOfCohort { get; init; } = 0.5;

    /// <summary>The highest probability, after the correction for everything looked at, at which a group is noticed.</summary>
    public double HighestProbability { get; init; } = 0.002;
}
