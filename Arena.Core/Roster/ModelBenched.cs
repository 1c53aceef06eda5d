namespace Arena.Core.Roster;

/// <summary>A model was benched by itself.</summary>
/// <param name="Playing">Models that can still be drawn, of the whole roster.</param>
public sealed record ModelBenched(Model Model, int Failures, int Playing);
