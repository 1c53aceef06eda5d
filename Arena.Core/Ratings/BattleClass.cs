namespace Arena.Core.Ratings;

/// <summary>Battles of a pair that are the same to a fit.</summary>
/// <param name="Battles">How many there are.</param>
/// <param name="Weight">W of one.</param>
/// <param name="WeightedShare">WS of one, with S of the model with the lower number.</param>
/// <param name="LowTookSome">Whether the model with the lower number took any share.</param>
/// <param name="HighTookSome">Whether the other did.</param>
internal readonly record struct BattleClass(int Battles, double Weight, double WeightedShare, bool LowTookSome, bool HighTookSome);
