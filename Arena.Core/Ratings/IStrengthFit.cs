namespace Arena.Core.Ratings;

/// <summary>Strengths with intervals and ranks, however they were fitted. Models are numbered from 0.</summary>
public interface IStrengthFit
{
    /// <summary>The tags of the models by number: those with at least one battle that was used.</summary>
    IReadOnlyList<string> Models { get; }

    /// <summary>Wins, losses and ties by verdict, and ballots, by model, in the battles that were used.</summary>
    IReadOnlyList<BattleRecord> Records { get; }

    /// <summary>Battles that were used.</summary>
    int Battles { get; }

    /// <summary>Counted ballots in them.</summary>
    long Ballots { get; }

    /// <summary>The rules it was made by.</summary>
    BradleyTerryOptions Options { get; }

    /// <summary>The model's number; null if it is not in the fit.</summary>
    int? NumberOf(string tag);

    /// <summary>Whether the model has too few battles for a rank.</summary>
    bool IsProvisional(int model);

    /// <summary>The strength; the mean of the models that are not provisional (of all, if all are) is 0.</summary>
    double Theta(int model);

    /// <summary>The strength in points.</summary>
    double Rating(int model);

    /// <summary>The cluster-robust standard error in points.</summary>
    double StandardError(int model);

    /// <summary>The lower end of the 95 % interval, in points.</summary>
    double Lower(int model);

    /// <summary>The upper end of the 95 % interval, in points.</summary>
    double Upper(int model);

    /// <summary><c>1 +</c> the number of models whose lower bound is above this one's upper bound; null for a provisional model.</summary>
    int? Rank(int model);

    /// <summary>The covariance of two strengths, in units of θ².</summary>
    double Variance(int first, int second);

    /// <summary>The probability that a ballot between the two prefers the first, in [0, 1].</summary>
    double Probability(int first, int second);
}
