using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>Other standard errors than the cluster-robust ones of <see cref="BradleyTerryFit"/>, to compare with other tools.</summary>
internal static class StandardErrors
{
    /// <summary>
    /// <c>C H⁻¹ Cᵀ</c>, the inverse of the observed information, in units of θ²: what usual logistic regression prints. It takes every
    /// unit of weight for an independent game that somebody wins, so it is too small where ballots share a battle and too large where many tie.
    /// </summary>
    /// <param name="sums">The battles of the fit, none more.</param>
    /// <param name="fit">The fit to them.</param>
    /// <returns>The covariance of two strengths by their numbers.</returns>
    /// <exception cref="ArgumentException">The fit is of other battles.</exception>
    public static Func<int, int, double> InverseInformation(PairSums sums, BradleyTerryFit fit)
    {
        if (sums.Battles != fit.Battles || !sums.Models.SequenceEqual(fit.Models))
            throw new ArgumentException("The fit is of other battles than these.", nameof(fit));
        var inverse = new Cholesky(new WeightedPairs(sums, fit.Options).Curvature(fit.Uncentred)).Inverse();
        // C (C H⁻¹)ᵀ, since H⁻¹ is symmetric.
        var covariance = Sandwich.Centred(Sandwich.Centred(inverse, fit.Centre).Transposed(), fit.Centre);
        return (first, second) => covariance[first, second];
    }
}
