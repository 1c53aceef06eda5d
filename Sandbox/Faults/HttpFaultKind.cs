namespace Sandbox.Faults;

internal enum HttpFaultKind
{
    /// <summary>Answered with a status, and not carried out.</summary>
    Status,

    /// <summary>Carried out after a wait.</summary>
    Delay,

    /// <summary>Carried out, and the connection is cut instead of answering.</summary>
    LoseResponse,
}
