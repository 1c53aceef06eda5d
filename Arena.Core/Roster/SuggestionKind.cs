namespace Arena.Core.Roster;

/// <summary>What members put on the moderators' list.</summary>
public enum SuggestionKind
{
    /// <summary>For the roster; those who care for it decide, whatever server it comes from.</summary>
    Model,

    /// <summary>For the library of the server it comes from; that server's moderators decide.</summary>
    Prompt,
}
