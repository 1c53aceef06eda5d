namespace Arena.Core.Battles;

/// <summary>How answers appear while the models write.</summary>
public enum RevealOfText
{
    /// <summary>Both sides at one common pace, so that speed does not give a model away.</summary>
    Paced,

    /// <summary>Each as it comes. Speed may give a model away.</summary>
    Live,

    /// <summary>Nothing until both are complete.</summary>
    Complete,
}
