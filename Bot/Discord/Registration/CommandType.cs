namespace Bot.Discord.Registration;

/// <summary>Kinds of command, with Discord's numbers.</summary>
public enum CommandType
{
    Slash = 1,
    User = 2,
    Message = 3,
}
