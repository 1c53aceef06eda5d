namespace Arena.Core.Ratings;

/// <summary>Whether battles of pairs that are drawn more often count less in a Bradley–Terry fit.</summary>
public enum DrawWeights
{
    /// <summary>All alike: the model is conditional on the pair, so drawing some pairs more often biases nothing.</summary>
    None,

    /// <summary>
    /// <c>clip((N/P + 50) / (n_ij + 50), 1/5, 5)</c> with N counted battles, P pairs of models and n_ij battles of the pair: for
    /// boards whose strengths are not transitive.
    /// </summary>
    Pairs,

    /// <summary>
    /// <c>1 / (eligible pairs × p_drawn)</c>, 1 if unknown, clipped to [1/5, 5] and divided by its mean over the counted battles;
    /// for comparison only.
    /// </summary>
    Drawn,
}
