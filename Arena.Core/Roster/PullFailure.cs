namespace Arena.Core.Roster;

/// <summary>Why a pull failed.</summary>
public enum PullFailure
{
    /// <summary>The registry has no such model.</summary>
    UnknownModel,

    /// <summary>It does not fit on the node's disk.</summary>
    DiskFull,

    /// <summary>The node can not reach the registry, or lost it.</summary>
    RegistryUnreachable,

    /// <summary>The node could not be reached, or was lost half-way, again and again.</summary>
    NodeLost,

    /// <summary>The node said nothing for too long.</summary>
    Silent,

    /// <summary>Something answers at the node's address that is no Ollama.</summary>
    NotOllama,

    /// <summary>The model needs a newer Ollama than the node's.</summary>
    NodeTooOld,

    /// <summary>Something else; what the node said is in the operator's log.</summary>
    Other,
}
