namespace Arena.Core.Battles;

/// <summary>What a ballot says, in the order in which the choices are offered.</summary>
public enum Choice
{
    A,
    B,
    Tie,

    /// <summary>To a reader another thing than a tie, to the mathematics the same.</summary>
    BothBad,
}
