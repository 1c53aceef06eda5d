namespace Sandbox.Models;

/// <summary>The ways in which a demo model can misbehave on demand. docs/demo-models.md has the table.</summary>
internal enum Fault
{
    None,
    Error,
    Dies,
    Hangs,
    Stalls,
    NeverDone,
    Html,
    Busy,
    Garbage,
    Missing,
    Broken,
    Empty,
    ThinksOnly,
    InlineThinking,
    Long,
    Fence,
    Pings,
    Rtl,
    Links,
    Names,
    Endless,
}
