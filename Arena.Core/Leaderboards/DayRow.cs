namespace Arena.Core.Leaderboards;

/// <summary>A model's rating at the end of a day, with the ends of its interval, in points.</summary>
internal readonly record struct DayRow(string Tag, double Rating, double Lower, double Upper);
