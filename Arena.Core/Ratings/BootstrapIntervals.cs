namespace Arena.Core.Ratings;

/// <summary>What a bootstrap found: for each model of the fit the ratings of all rounds.</summary>
public sealed class BootstrapIntervals
{
    private readonly double[][] _sorted;

    /// <param name="ratings">By model, the ratings of all rounds in points; sorted in place.</param>
    /// <param name="redrawn">See <see cref="Redrawn"/>.</param>
    internal BootstrapIntervals(double[][] ratings, int redrawn)
    {
        foreach (var model in ratings)
            Array.Sort(model);
        _sorted = ratings;
        Redrawn = redrawn;
    }

    /// <summary>How many times the battles were drawn anew and fitted.</summary>
    public int Rounds => _sorted.Length == 0 ? 0 : _sorted[0].Length;

    /// <summary>How many draws were thrown away, because without a prior they did not connect the models both ways.</summary>
    public int Redrawn { get; }

    /// <summary>The 2.5th percentile of a model's ratings, in points.</summary>
    public double Lower(int model) => At(model, 0.025);

    /// <summary>The median of a model's ratings, in points.</summary>
    public double Median(int model) => At(model, 0.5);

    /// <summary>The 97.5th percentile of a model's ratings, in points.</summary>
    public double Upper(int model) => At(model, 0.975);

    /// <summary>Any percentile of a model's ratings, in points; see <see cref="Percentile"/>.</summary>
    /// <param name="model">The model's number in the fit.</param>
    /// <param name="q">In [0, 1].</param>
    public double At(int model, double q) => Percentile.OfSorted(_sorted[model], q);
}
