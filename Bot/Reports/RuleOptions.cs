using System.CommandLine;
using Arena.Core.Ratings;

namespace Bot.Reports;

/// <summary>The options that say by which rules ratings are computed. Left out, they are the arena's usual ones.</summary>
internal sealed class RuleOptions
{
    private static readonly BradleyTerryOptions Usual = new();
    private static readonly EloOptions UsualElo = new();

    private readonly Option<double> _prior = RangedOption.Number(
        "--prior", "bt: phantom games of each model; 0 for the plain maximum likelihood.", "games", 0, 1000, Usual.Prior);

    private readonly Option<double> _rho = RangedOption.Number(
        "--rho", "bt: correlation of the ballots of a battle.", "0..1", 0, 1, Usual.Rho);

    private readonly Option<int> _provisional = RangedOption.Number(
        "--provisional", "elo, bt: models with fewer battles have no rank.", "battles", 0, 10_000, Usual.ProvisionalBattles);

    private readonly Option<DrawWeights?> _drawWeights = RangedOption.Word(
        "--draw-weights", "bt: whether battles of often drawn pairs count less.",
        ("none", DrawWeights.None), ("pairs", DrawWeights.Pairs), ("drawn", DrawWeights.Drawn));

    private readonly Option<double> _k = RangedOption.Number("--k", "elo: points at stake.", "points", 0.001, 1000, UsualElo.K);

    private readonly Option<double> _start = RangedOption.Number(
        "--start", "elo: the rating before the first battle.", "points", -100_000, 100_000, UsualElo.Start);

    private readonly Option<bool> _noSize = new("--no-size") { Description = "elo: sizes of models do not count." };

    public IEnumerable<Option> All => [_prior, _rho, _provisional, _drawWeights, _k, _start, _noSize];

    public BradleyTerryOptions BradleyTerry(ParseResult parsed) => new()
    {
        Prior = parsed.GetValue(_prior),
        Rho = parsed.GetValue(_rho),
        DrawWeights = parsed.GetValue(_drawWeights) ?? DrawWeights.None,
        ProvisionalBattles = parsed.GetValue(_provisional),
    };

    public EloOptions Elo(ParseResult parsed) => UsualElo with
    {
        K = parsed.GetValue(_k),
        // The most that can be at stake stays in proportion.
        KMax = parsed.GetValue(_k) * (UsualElo.KMax / UsualElo.K),
        Start = parsed.GetValue(_start),
        UseSize = !parsed.GetValue(_noSize),
    };
}
