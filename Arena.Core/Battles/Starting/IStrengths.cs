using Arena.Core.Ratings;

namespace Arena.Core.Battles.Starting;

/// <summary>What is known of the models' strengths while battles are drawn.</summary>
public interface IStrengths
{
    /// <summary>
    /// The latest official fit over all servers and categories; null before there is one. Asked at every draw, so it answers at once
    /// with what there is.
    /// </summary>
    BradleyTerryFit? Current { get; }
}
