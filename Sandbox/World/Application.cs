namespace Sandbox.World;

/// <summary>The one application of the sandbox and its bot user, which share an id.</summary>
internal sealed class Application(User bot, User owner)
{
    // GATEWAY_PRESENCE_LIMITED, GATEWAY_GUILD_MEMBERS_LIMITED, GATEWAY_MESSAGE_CONTENT_LIMITED, APPLICATION_COMMAND_BADGE
    public const int DefaultFlags = (1 << 13) | (1 << 15) | (1 << 19) | (1 << 23);

    public ulong Id => Bot.Id;
    public string Name => Bot.Name;
    public User Bot { get; } = bot;
    public User Owner { get; } = owner;
    public int Flags { get; set; } = DefaultFlags;
    public List<ApplicationCommand> Commands { get; } = [];
}
