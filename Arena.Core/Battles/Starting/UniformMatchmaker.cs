using Arena.Core.Roster;

namespace Arena.Core.Battles.Starting;

/// <summary>Draws every pair alike, and who stands where by a fair coin.</summary>
public sealed class UniformMatchmaker : IMatchmaker
{
    public PairDraw Draw(IReadOnlyList<Model> models, Random dice)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(models.Count, 2);
        var first = dice.Next(models.Count);
        var second = dice.Next(models.Count - 1);
        if (second >= first)
            second++;
        // First and second come in both orders alike, which is a fair coin already; the coin of its own says so plainly.
        var (a, b) = dice.Next(2) == 0 ? (first, second) : (second, first);
        var probability = 2.0 / ((double)models.Count * (models.Count - 1));
        return new PairDraw(models[a].Tag, models[b].Tag, probability, probability);
    }
}
