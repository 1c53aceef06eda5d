namespace Sandbox.Models;

/// <summary>The ways in which pulls go wrong on demand. docs/demo-models.md has the table.</summary>
internal enum PullFault
{
    None,
    Unreachable,
    LosesRegistry,
    Dies,
    Stalls,
}
