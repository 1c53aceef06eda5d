namespace Arena.Core.Ratings;

/// <summary>
/// How do the models compare, were their answers written alike? Bradley–Terry with what length and markup are worth estimated beside the
/// strengths: <c>logit p = θ_A − θ_B + Σ β_f x_f</c>, where <c>x_f = (f_A − f_B) / (f_A + f_B + 1)</c> for output tokens, headings,
/// list items and bold spans, each divided by its root mean square over the battles (its mean is not subtracted, or sides would
/// matter). The covariates are those of Li, Angelopoulos and Chiang, "Does style matter?", LMSYS 2024. Weights, prior, zero, interval
/// and ranks are those of <see cref="BradleyTerry"/>; a penalty of <c>½ × 0.5 × Σ β²</c> keeps β finite.
/// </summary>
public static class StyleControl
{
    /// <summary>Fits the counted battles whose answers are both measured; the others are left out and counted.</summary>
    /// <param name="table">The battles of one scope, in any order, with their styles.</param>
    /// <param name="options">The rules.</param>
    /// <param name="cancellationToken">Asked between iterations.</param>
    /// <exception cref="NotConnectedException">The prior is 0 and the battles do not connect all models both ways.</exception>
    public static StyleControlledFit Fit(ComparisonTable table, BradleyTerryOptions options, CancellationToken cancellationToken = default)
    {
        var battles = StyleControlBattles.Of(table, options);
        if (options.Prior == 0)
            BradleyTerry.ThrowUnlessConnected(battles.Sums);
        var model = new StyleControlModel(battles, options.Prior);
        var ascent = NewtonAscent.Run(model, new double[model.Size], cancellationToken);
        return new StyleControlledFit(battles, options, model, ascent);
    }
}
