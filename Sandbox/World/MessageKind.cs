namespace Sandbox.World;

/// <summary>Discord's message types, with its numbers.</summary>
internal enum MessageKind
{
    Default = 0,
    ThreadCreated = 18,
    Reply = 19,
    ChatInputCommand = 20,
    ThreadStarter = 21,
    ContextMenuCommand = 23,
}
