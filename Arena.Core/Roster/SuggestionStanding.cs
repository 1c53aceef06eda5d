namespace Arena.Core.Roster;

/// <summary>Whether what was suggested came by other means meanwhile.</summary>
public enum SuggestionStanding
{
    /// <summary>It did not.</summary>
    New,

    /// <summary>The model is on the roster and plays, or the prompt is in the server's library.</summary>
    There,

    /// <summary>The model is on the roster, and does not play.</summary>
    OutOfPlay,
}
