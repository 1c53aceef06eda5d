namespace Arena.Core.Battles;

/// <summary>How many battles are in each state.</summary>
internal readonly record struct StateCounts(int Queued, int Generating, int Voting, long Settled, long Void);
