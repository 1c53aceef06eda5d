namespace Arena.Core.Roster;

/// <summary>How fast a model answered lately: medians over its answers in settled battles.</summary>
/// <param name="Answers">So many.</param>
public sealed record ModelSpeed(int Answers, double TokensPerSecond, TimeSpan FirstToken);
