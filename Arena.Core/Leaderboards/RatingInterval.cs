namespace Arena.Core.Leaderboards;

/// <summary>Where a rating lies with 95 % confidence. Systems that estimate have one; Score and Elo do not.</summary>
public readonly record struct RatingInterval(double Lower, double Upper);
