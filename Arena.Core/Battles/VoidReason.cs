namespace Arena.Core.Battles;

/// <summary>Why a battle ended without a result. <see cref="VoidReasons.Sentence"/> says it to members.</summary>
public enum VoidReason
{
    /// <summary>A model stopped with an error, or its connection died, and so it did again when asked once more.</summary>
    ModelFailed,

    /// <summary>A model said nothing for longer than its bound.</summary>
    ModelSilent,

    /// <summary>A model took longer in all than its bound.</summary>
    ModelTooSlow,

    /// <summary>A model's answer was empty.</summary>
    EmptyAnswer,

    /// <summary>A model could not be loaded: it is missing on the node, or does not fit.</summary>
    ModelNotLoaded,

    /// <summary>No node could be reached until the bound of the wait.</summary>
    ModelsUnreachable,

    /// <summary>The starter or a moderator cancelled it.</summary>
    Cancelled,

    /// <summary>Its message was deleted.</summary>
    MessageDeleted,

    /// <summary>Its channel was deleted, or the bot lost sight of it.</summary>
    ChannelDeleted,

    /// <summary>Its message could not be posted.</summary>
    NotPosted,
}
