namespace Sandbox.World;

internal enum CommandKind
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}
