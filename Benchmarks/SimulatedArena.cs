using System.Globalization;
using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Benchmarks;

/// <summary>
/// An arena whose models have true strengths: pairs are drawn by the arena's own rule, one ballot falls as the strengths say, one in
/// four for neither side, and the board is fitted again after every battle or every few. Also compiled into the tests.
/// </summary>
internal sealed class SimulatedArena : IStrengths
{
    // As often as in the arena's golden set; no more than leaves each side its expected share.
    private const double Ties = 0.25;

    private readonly double[] _strengths;
    private readonly List<Model> _models = [];
    private readonly PairSums _sums = new(new BradleyTerryOptions().Rho);
    private readonly Random _random;
    private readonly IMatchmaker _matchmaker;

    /// <param name="strengths">True ratings in points, of models named 0, 1, 2…</param>
    /// <param name="rule">How pairs are drawn.</param>
    /// <param name="seed">Of the draws and the ballots.</param>
    /// <param name="absent">A model that is not there from the beginning, see <see cref="Join"/>.</param>
    public SimulatedArena(IReadOnlyList<double> strengths, PairDrawing rule, int seed, int? absent = null)
    {
        _strengths = [.. strengths.Select(points => points - strengths.Average())];
        _random = new Random(seed);
        _matchmaker = rule == PairDrawing.Uniform ? new UniformMatchmaker() : new InformativeMatchmaker(this);
        foreach (var model in Enumerable.Range(0, strengths.Count).Where(model => model != absent))
            Join(model);
    }

    public BradleyTerryFit? Current { get; private set; }

    /// <summary>Who can be drawn.</summary>
    public IReadOnlyList<Model> Models => _models;

    /// <summary>Evenly spaced strengths, in points.</summary>
    public static double[] Ladder(int models, double apart) => [.. Enumerable.Range(0, models).Select(rung => rung * apart)];

    /// <summary>A model comes onto the roster.</summary>
    public void Join(int model) => _models.Add(new Model($"{model}", "", null, null, null, ModelKind.Unknown, [], ModelStatus.Active));

    /// <summary>Battles with one ballot each, and the fit after them.</summary>
    public void Fight(int battles = 1)
    {
        for (var battle = 0; battle < battles; battle++)
        {
            var draw = _matchmaker.Draw(_models, _random);
            Fight(Number(draw.ModelA), Number(draw.ModelB));
        }

        Current = BradleyTerry.Fit(_sums, new BradleyTerryOptions());
    }

    /// <summary>Every pair of those who are there fights equally often, before anything is drawn.</summary>
    public void Establish(int battlesOfPair)
    {
        foreach (var (first, i) in _models.Select((model, i) => (model, i)))
        foreach (var second in _models.Skip(i + 1))
        {
            for (var battle = 0; battle < battlesOfPair; battle++)
                Fight(Number(first.Tag), Number(second.Tag));
        }

        Current = BradleyTerry.Fit(_sums, new BradleyTerryOptions());
    }

    /// <summary>Kendall's τ of the board's order against the true one, in [−1, 1]; a model without a battle stands at the zero.</summary>
    public double Order() => Enumerable.Range(0, _strengths.Length).Average(OrderOf);

    /// <summary>The same of one model against the others: 1 if it stands in its place.</summary>
    public double OrderOf(int model) => Enumerable.Range(0, _strengths.Length).Where(other => other != model)
        .Average(other => (double)(Math.Sign(Theta(model) - Theta(other)) * Math.Sign(_strengths[model] - _strengths[other])));

    /// <summary>How far the board is off the true rating of a model, in points; both count from the mean of all models.</summary>
    public double Error(int model)
    {
        var mean = Enumerable.Range(0, _strengths.Length).Average(Theta);
        return (Theta(model) - mean) * BradleyTerryFit.PointsPerTheta - _strengths[model];
    }

    private static int Number(string tag) => int.Parse(tag, CultureInfo.InvariantCulture);

    private double Theta(int model) => Current?.NumberOf($"{model}") is { } number ? Current.Theta(number) : 0;

    private void Fight(int a, int b)
    {
        var share = 1 / (1 + Math.Exp((_strengths[b] - _strengths[a]) / BradleyTerryFit.PointsPerTheta));
        var ties = Math.Min(Ties, 2 * Math.Min(share, 1 - share));
        var ballot = _random.NextDouble();
        var tally = ballot < share - ties / 2 ? new Tally(1, 0, 0, 0) : ballot < share + ties / 2 ? new Tally(0, 0, 1, 0) : new Tally(0, 1, 0, 0);
        _sums.Add(new Comparison(0, default, $"{a}", $"{b}", tally, null, null, null));
    }
}
