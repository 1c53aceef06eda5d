namespace Arena.Core.Inference;

/// <summary>Why there is no answer.</summary>
public enum GenerationFailure
{
    /// <summary>No node could be reached.</summary>
    Unreachable,

    /// <summary>The node turns us away (host name check, missing rights).</summary>
    Refused,

    /// <summary>The node's queue is full.</summary>
    Busy,

    /// <summary>No node holds the model.</summary>
    ModelMissing,

    /// <summary>The node declined the request.</summary>
    BadRequest,

    /// <summary>The model broke while it was answering, or could not be loaded.</summary>
    ModelFailed,

    /// <summary>The answer stopped without its end: connection lost or closing chunk missing.</summary>
    StreamCut,

    /// <summary>Nothing came in time.</summary>
    Silent,

    /// <summary>The answer began and then stood still.</summary>
    Stalled,

    /// <summary>The answer went on beyond the bound for a whole answer.</summary>
    TookTooLong,

    /// <summary>Something that is no model host answered.</summary>
    NotOllama,

    /// <summary>The node's own error.</summary>
    ServerError,

    /// <summary>The model ended its answer without a visible character.</summary>
    EmptyAnswer,
}
