namespace Arena.Core.Ratings;

/// <summary>Newton's way up to the maximum of an objective that is concave, as Bradley–Terry's is, so that there is one.</summary>
internal sealed class NewtonAscent
{
    /// <summary>The largest step, in θ, that counts as none.</summary>
    public const double Tolerance = 1e-10;

    private const int MostIterations = 500;
    private const int MostHalvings = 60;

    private NewtonAscent(double[] theta) => Theta = theta;

    /// <summary>The strengths at the maximum, as the phantom rival at 0 holds them; with a prior of 0 they sum to 0.</summary>
    public double[] Theta { get; }

    public int Iterations { get; private set; }

    /// <summary>The largest step of the last iteration, in θ.</summary>
    public double LastStep { get; private set; }

    /// <summary>Climbs until the largest step is below <see cref="Tolerance"/>.</summary>
    /// <param name="hill">What is maximised.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="cancellationToken">Asked before each iteration.</param>
    /// <exception cref="ArithmeticException">It does not get there: a number is too large to calculate with.</exception>
    public static NewtonAscent Run(IConcave hill, double[] start, CancellationToken cancellationToken)
    {
        var ascent = new NewtonAscent(start);
        var height = hill.Objective(start);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            height = ascent.Climb(hill, height);
        }
        while (ascent.LastStep >= Tolerance && ascent.Iterations < MostIterations);

        if (!double.IsFinite(height) || !(ascent.LastStep < Tolerance))
            throw new ArithmeticException($"The fit did not converge: after {ascent.Iterations} iterations its last step was {ascent.LastStep}.");
        return ascent;
    }

    private double Climb(IConcave hill, double height)
    {
        var step = new double[Theta.Length];
        hill.Gradient(Theta, step);
        new Cholesky(hill.Curvature(Theta)).Solve(step);
        var next = new double[Theta.Length];
        double reached;
        // Rounding alone makes the objective fall by some parts in 1e15 when there is nothing left to climb.
        var least = height - 1e-13 * Math.Abs(height);
        var (length, halvings) = (1.0, 0);
        while (true)
        {
            for (var i = 0; i < next.Length; i++)
                next[i] = Theta[i] + length * step[i];
            reached = hill.Objective(next);
            if (reached >= least || halvings++ == MostHalvings)
                break;
            length /= 2;
        }

        next.CopyTo(Theta, 0);
        Iterations++;
        LastStep = length * step.Aggregate(0.0, (most, s) => Math.Max(most, Math.Abs(s)));
        return reached;
    }
}
