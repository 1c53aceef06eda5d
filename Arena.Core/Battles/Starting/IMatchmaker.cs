using Arena.Core.Roster;

namespace Arena.Core.Battles.Starting;

/// <summary>Which two models meet.</summary>
public interface IMatchmaker
{
    /// <param name="models">Those that can be drawn; at least two.</param>
    PairDraw Draw(IReadOnlyList<Model> models, Random dice);
}
