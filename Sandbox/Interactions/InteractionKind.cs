namespace Sandbox.Interactions;

/// <summary>Discord's interaction types, with its numbers.</summary>
internal enum InteractionKind
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}
