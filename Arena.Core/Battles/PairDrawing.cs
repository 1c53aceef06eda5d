namespace Arena.Core.Battles;

/// <summary>By which rule pairs are drawn.</summary>
public enum PairDrawing
{
    /// <summary>Pairs a battle teaches more about are drawn more often.</summary>
    Informative,

    /// <summary>Every pair alike.</summary>
    Uniform,
}
