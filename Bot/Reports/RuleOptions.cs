using System.CommandLine;
using Arena.Core.Ratings;

namespace Bot.Reports;

/// <summary>The options that say by which rules ratings are computed.</summary>
/// <param name="areUsualKnown">Whether those left out are the arena's usual ones, as help then says; else the command says what they are when it runs.</param>
internal sealed class RuleOptions(bool areUsualKnown)
{
    private static readonly BradleyTerryOptions Usual = new();
    private static readonly EloOptions UsualElo = new();

    public Option<double> Prior { get; } = RangedOption.Number(
        "--prior", "bt: phantom games of each model; 0 for the plain maximum likelihood.", "games", 0, 1000, Known(areUsualKnown, Usual.Prior));

    public Option<double> Rho { get; } = RangedOption.Number(
        "--rho", "bt: correlation of the ballots of a battle.", "0..1", 0, 1, Known(areUsualKnown, Usual.Rho));

    public Option<DrawWeights?> Weights { get; } = RangedOption.Word(
        "--draw-weights", $"bt: whether battles of often drawn pairs count less.{(areUsualKnown ? " [default: none]" : "")}",
        ("none", DrawWeights.None), ("pairs", DrawWeights.Pairs), ("drawn", DrawWeights.Drawn));

    /// <summary>Changes who has a rank, and no rating's distance to another.</summary>
    public Option<int> Provisional { get; } = RangedOption.Number(
        "--provisional", "elo, bt: models with fewer battles have no rank.", "battles", 0, 10_000, Known(areUsualKnown, Usual.ProvisionalBattles));

    public Option<double> K { get; } = RangedOption.Number("--k", "elo: points at stake.", "points", 0.001, 1000, Known(areUsualKnown, UsualElo.K));

    /// <summary>Moves all ratings alike, and no rating's distance to another.</summary>
    public Option<double> Start { get; } = RangedOption.Number(
        "--start", "elo: the rating before the first battle.", "points", -100_000, 100_000, Known(areUsualKnown, UsualElo.Start));

    public Option<bool> NoSize { get; } = new("--no-size") { Description = "elo: sizes of models do not count." };

    /// <param name="usual">The rules where nothing was said.</param>
    public BradleyTerryOptions BradleyTerry(ParseResult parsed, BradleyTerryOptions usual) => usual with
    {
        Prior = Value(parsed, Prior, usual.Prior),
        Rho = Value(parsed, Rho, usual.Rho),
        DrawWeights = parsed.GetValue(Weights) ?? usual.DrawWeights,
        ProvisionalBattles = Value(parsed, Provisional, usual.ProvisionalBattles),
    };

    /// <param name="usual">The rules where nothing was said.</param>
    public EloOptions Elo(ParseResult parsed, EloOptions usual)
    {
        var k = Value(parsed, K, usual.K);
        return usual with
        {
            K = k,
            // The most that can be at stake stays in proportion.
            KMax = k * (usual.KMax / usual.K),
            Start = Value(parsed, Start, usual.Start),
            UseSize = usual.UseSize && !parsed.GetValue(NoSize),
        };
    }

    private static T? Known<T>(bool isKnown, T usual) where T : struct => isKnown ? usual : null;

    private static T Value<T>(ParseResult parsed, Option<T> option, T usual) where T : struct =>
        parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : usual;
}
