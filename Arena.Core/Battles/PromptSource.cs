namespace Arena.Core.Battles;

/// <summary>Where a battle's prompt came from.</summary>
public enum PromptSource
{
    /// <summary>The member typed it.</summary>
    Typed,

    /// <summary>Drawn from the prompt library.</summary>
    Library,

    /// <summary>The text of a message in the channel.</summary>
    Message,
}
