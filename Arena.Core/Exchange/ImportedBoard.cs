using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>A board computed from a file.</summary>
/// <param name="System">What it ranks by.</param>
/// <param name="Models">The models in order of place: those with a rank, and below them the provisional ones.</param>
/// <param name="Battles">Battles on it.</param>
/// <param name="Ballots">Ballots in them.</param>
/// <param name="Fit">The Bradley–Terry fit behind it; null for the other systems and where style is held equal.</param>
/// <param name="Styled">The fit behind it where style is held equal.</param>
public sealed record ImportedBoard(
    RatingSystem System, IReadOnlyList<ImportedStanding> Models, int Battles, long Ballots, BradleyTerryFit? Fit,
    StyleControlledFit? Styled);
