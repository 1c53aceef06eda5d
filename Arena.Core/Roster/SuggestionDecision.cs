namespace Arena.Core.Roster;

/// <summary>What became of writing a decision down.</summary>
internal enum SuggestionDecision
{
    Made,

    /// <summary>Somebody was faster.</summary>
    NotOpen,

    /// <summary>The server's library has no room for the prompt, so the suggestion waits on.</summary>
    NoRoom,
}
