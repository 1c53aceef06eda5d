using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>A battle while its ballots come in.</summary>
internal struct CollectedBattle
{
    /// <summary>The battle's id, or its number in the file.</summary>
    public long Id;

    /// <summary>Milliseconds since 1970 UTC of its latest ballot.</summary>
    public long Time;

    public int A;
    public int B;
    public int Wins;
    public int Losses;
    public int Ties;
    public int BothBad;
    public double SizeA;
    public double SizeB;
    public double SizeMax;
    public double DrawRatio;
    public double Damping;

    public static CollectedBattle Of(in ImportRow row, long id, long time)
    {
        var battle = new CollectedBattle
        {
            Id = id, Time = time, A = row.A, B = row.B, SizeA = row.SizeA, SizeB = row.SizeB, SizeMax = row.SizeMax, DrawRatio = row.DrawRatio,
            Damping = row.Damping,
        };
        battle.Count(row.Choice);
        return battle;
    }

    /// <summary>By time, then id: the order of the Elo game.</summary>
    public static int Order(CollectedBattle x, CollectedBattle y) => x.Time != y.Time ? x.Time.CompareTo(y.Time) : x.Id.CompareTo(y.Id);

    public void Count(Choice choice)
    {
        switch (choice)
        {
            case Choice.A: Wins++; break;
            case Choice.B: Losses++; break;
            case Choice.Tie: Ties++; break;
            default: BothBad++; break;
        }
    }

    public readonly ComparisonRow ToRow() =>
        new(Id, Time, A, B, new Tally(Wins, Losses, Ties, BothBad), SizeA, SizeB, SizeMax, DrawRatio, Damping);
}
