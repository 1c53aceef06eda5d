namespace Sandbox.World;

/// <summary>What a fresh sandbox holds. The ids are the same at every start.</summary>
internal static class Seed
{
    public const string BotToken = "sandbox-bot";
    public const ulong BotId = 1186800000000000000;
    public const ulong GuildId = 1187000000000000000;
    public const ulong BotRoleId = GuildId + 201;
    public const ulong ModeratorsId = GuildId + 202;

    private const ulong FirstChannelId = GuildId + 101;
    private const ulong FirstMemberId = 563000000000000001;

    /// <summary>What the invite link of the arena asks for.</summary>
    public const Permission BotPermissions = Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads
        | Permission.CreatePublicThreads | Permission.EmbedLinks | Permission.AttachFiles | Permission.AddReactions | Permission.ReadMessageHistory;

    public static string TokenOf(string name) => $"sandbox-{name}";

    public static Application Plant(WorldState world)
    {
        var bot = world.Add(new User(BotId, "ArenaBot", isBot: true, BotToken));
        string[] names = ["alice", "bob", "carol", "dave"];
        var members = names.Select((name, index) => world.Add(new User(FirstMemberId + (ulong)index, name, isBot: false, TokenOf(name)))).ToList();

        var guild = world.Add(new Guild(GuildId, "Arena Sandbox", members[0].Id));
        guild.Roles.Add(BotRoleId, new Role(BotRoleId, bot.Name, BotPermissions, 2) { ManagedFor = BotId });
        guild.Roles.Add(ModeratorsId, new Role(ModeratorsId, "Moderators", Permission.ManageGuild | Permission.ManageMessages, 1) { Color = 0x3BA55D });
        string[] channels = ["arena", "general", "results"];
        for (var index = 0; index < channels.Length; index++)
            world.Add(new Channel(FirstChannelId + (ulong)index, guild, ChannelKind.Text, channels[index]));

        var founded = Snowflakes.CreatedAt(GuildId);
        foreach (var user in members)
            guild.Members.Add(user.Id, new Member(user, founded));
        Invite(guild, bot, founded);
        return new Application(bot, members[0]);
    }

    /// <summary>Lets the bot into a server, with the role that Discord makes for it.</summary>
    public static Member Invite(Guild guild, User bot, DateTimeOffset at)
    {
        var role = guild.Roles.Values.First(role => role.ManagedFor == bot.Id);
        var member = new Member(bot, at) { Roles = { role.Id } };
        guild.Members.Add(bot.Id, member);
        return member;
    }
}
