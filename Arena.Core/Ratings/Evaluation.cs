namespace Arena.Core.Ratings;

/// <summary>
/// Judges the ratings themselves, so that a change of a default is argued with a number: ratings are made from the earlier four fifths
/// of the battles, frozen, and asked about the rest.
/// </summary>
public static class Evaluation
{
    /// <summary>
    /// Trains Elo and Bradley–Terry on the first <c>⌊0.8 N⌋</c> of the N counted battles, by settlement, then battle id, and scores
    /// their predictions of the others, ballot by ballot. Battles with a model that was not seen in training are left out for both.
    /// </summary>
    /// <param name="table">The battles of one scope, in any order.</param>
    /// <param name="bradleyTerry">The rules of the board.</param>
    /// <param name="elo">The rules of the game.</param>
    /// <param name="cancellationToken">Asked between iterations of the fit.</param>
    /// <exception cref="NotConnectedException">The prior is 0 and the training battles do not connect all models both ways.</exception>
    public static EvaluationResult Run(
        ComparisonTable table, BradleyTerryOptions bradleyTerry, EloOptions elo, CancellationToken cancellationToken = default)
    {
        var battles = InOrder(table);
        var training = First(battles, (int)(battles.Length * 4L / 5), table.Models);
        var fit = BradleyTerry.Fit(training, bradleyTerry, cancellationToken);
        var ratings = EloReplay.Run(training, elo);

        var (byFit, byElo, leftOut) = (new PredictionTally(), new PredictionTally(), 0);
        foreach (var (battle, _) in battles.AsSpan(training.Rows.Length))
        {
            if (fit.NumberOf(table.Models[battle.A]) is not { } a || fit.NumberOf(table.Models[battle.B]) is not { } b)
            {
                leftOut++;
                continue;
            }

            byFit.Add(fit.Theta(a) - fit.Theta(b), battle.Tally);
            byElo.Add((ratings[battle.A] - ratings[battle.B]) / BradleyTerryFit.PointsPerTheta, battle.Tally);
        }

        return new EvaluationResult(
            training.Rows.Length, battles.Length - training.Rows.Length, leftOut, byFit.Score(), byElo.Score());
    }

    private static (ComparisonRow Row, double Weight)[] InOrder(ComparisonTable table)
    {
        var counted = new List<(ComparisonRow Row, double Weight)>(table.Rows.Length);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            if (table.Rows[i].Tally.Counted > 0)
                counted.Add((table.Rows[i], table.Weights.IsEmpty ? 1 : table.Weights[i]));
        }

        return [.. counted.OrderBy(battle => battle.Row.SettledAt).ThenBy(battle => battle.Row.Battle)];
    }

    // Its models have the numbers that they have in the whole table.
    private static ComparisonTable First((ComparisonRow Row, double Weight)[] battles, int count, IReadOnlyList<string> models)
    {
        var first = new ComparisonTable(count);
        foreach (var tag in models)
            first.NumberOf(tag);
        foreach (ref readonly var battle in battles.AsSpan(0, count))
            first.Add(battle.Row, weight: battle.Weight);
        return first;
    }
}
