namespace Arena.Core.Ratings;

/// <summary>A model's counted battles by verdict, and the ballots that were counted in them.</summary>
public readonly record struct BattleRecord(int Wins, int Losses, int Ties, int Ballots)
{
    /// <summary>Battles with at least one counted ballot.</summary>
    public int Battles => Wins + Losses + Ties;

    /// <summary>This record with one more battle in it.</summary>
    /// <param name="verdict">The battle's verdict.</param>
    /// <param name="playedA">Whether the model stood on side A.</param>
    /// <param name="ballots">The battle's counted ballots.</param>
    public BattleRecord With(Verdict verdict, bool playedA, int ballots) => verdict switch
    {
        Verdict.Tie => this with { Ties = Ties + 1, Ballots = Ballots + ballots },
        Verdict.A when playedA => this with { Wins = Wins + 1, Ballots = Ballots + ballots },
        Verdict.B when !playedA => this with { Wins = Wins + 1, Ballots = Ballots + ballots },
        _ => this with { Losses = Losses + 1, Ballots = Ballots + ballots },
    };
}
