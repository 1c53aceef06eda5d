using System.CommandLine;
using Arena.Core.Exchange;
using Arena.Core.Ratings;

namespace Bot.Reports;

/// <summary>The options of <c>ratings import</c>.</summary>
internal sealed class ImportOptionSet
{
    private static readonly BradleyTerryOptions Usual = new();
    private static readonly EloOptions UsualElo = new();

    private readonly Argument<string> _file = new("file") { Description = "CSV, TSV or JSON lines, possibly compressed (.gz)." };

    private readonly Option<RatingSystem?> _system = RangedOption.Word(
        "--system", "What to rank by.", ("bt", RatingSystem.BradleyTerry), ("elo", RatingSystem.Elo), ("score", RatingSystem.Score));

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

    private readonly Option<IntervalKind?> _interval = RangedOption.Word(
        "--interval", "bt: how intervals are made.", ("sandwich", IntervalKind.Sandwich), ("bootstrap", IntervalKind.Bootstrap));

    private readonly Option<int> _rounds = RangedOption.Number("--rounds", "bt: how often the bootstrap draws.", "number", 2, 100_000, 1000);

    private readonly Option<ulong> _seed = RangedOption.Number("--seed", "bt: where the bootstrap's chance begins.", "number", 0UL, ulong.MaxValue, 1UL);

    private readonly Option<string?> _category = new("--category") { Description = "Only the rows of this category.", HelpName = "name" };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object instead of a table." };

    public void AddTo(Command command)
    {
        command.Add(_file);
        foreach (var option in new Option[]
        {
            _system, _prior, _rho, _provisional, _drawWeights, _k, _start, _noSize, _interval, _rounds, _seed, _category, _json,
        })
            command.Add(option);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="folder">Where a relative path begins.</param>
    public ImportRequest Read(ParseResult parsed, string folder) => new(
        Path.GetFullPath(parsed.GetRequiredValue(_file), folder),
        new ImportOptions { Category = parsed.GetValue(_category) },
        new ImportedBoardOptions
        {
            System = parsed.GetValue(_system) ?? RatingSystem.BradleyTerry,
            BradleyTerry = new BradleyTerryOptions
            {
                Prior = parsed.GetValue(_prior),
                Rho = parsed.GetValue(_rho),
                DrawWeights = parsed.GetValue(_drawWeights) ?? DrawWeights.None,
                ProvisionalBattles = parsed.GetValue(_provisional),
            },
            // The most that can be at stake stays in proportion.
            Elo = UsualElo with
            {
                K = parsed.GetValue(_k),
                KMax = parsed.GetValue(_k) * (UsualElo.KMax / UsualElo.K),
                Start = parsed.GetValue(_start),
                UseSize = !parsed.GetValue(_noSize),
            },
            BootstrapRounds = parsed.GetValue(_interval) == IntervalKind.Bootstrap ? parsed.GetValue(_rounds) : null,
            Seed = parsed.GetValue(_seed),
        },
        parsed.GetValue(_json));
}
