namespace Arena.Core.Ratings;

/// <summary>Adds up predictions against what was voted.</summary>
internal sealed class PredictionTally
{
    private static readonly double[] Edges = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0];

    private readonly (long Ballots, double Predicted, double Points)[] _bins = new (long, double, double)[Edges.Length - 1];
    private long _ballots;
    private double _logLoss;
    private double _brier;

    /// <summary>A battle that was predicted.</summary>
    /// <param name="logit"><c>ln(p / (1 − p))</c> of side A: unlike p it tells very sure predictions apart.</param>
    /// <param name="tally">What was voted.</param>
    public void Add(double logit, in Tally tally)
    {
        var p = Logistic.Sigma(logit);
        var (forA, forB) = (-Logistic.LogSigma(logit), -Logistic.LogSigma(-logit));
        _ballots += tally.Counted;
        _logLoss += tally.A * forA + tally.B * forB + tally.Level * (forA + forB) / 2;
        _brier += tally.A * (1 - p) * (1 - p) + tally.B * p * p + tally.Level * (0.5 - p) * (0.5 - p);

        var (favourite, points) = p >= 0.5 ? (p, tally.A) : (1 - p, tally.B);
        ref var bin = ref _bins[BinOf(favourite)];
        bin.Ballots += tally.Counted;
        bin.Predicted += tally.Counted * favourite;
        bin.Points += points + tally.Level / 2.0;
    }

    public PredictionScore Score() => new(
        _ballots, Mean(_logLoss, _ballots), Mean(_brier, _ballots),
        [.. _bins.Select((bin, i) =>
            new CalibrationBin(Edges[i], Edges[i + 1], bin.Ballots, Mean(bin.Predicted, bin.Ballots), Mean(bin.Points, bin.Ballots)))]);

    private static int BinOf(double favourite)
    {
        var bin = 0;
        while (bin < Edges.Length - 2 && favourite >= Edges[bin + 1])
            bin++;
        return bin;
    }

    private static double? Mean(double sum, long count) => count == 0 ? null : sum / count;
}
