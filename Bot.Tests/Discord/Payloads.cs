using Bot.Discord;
using Bot.Discord.Interactions;

namespace Bot.Tests.Discord;

/// <summary>Valid payloads and records, for tests that say only what differs.</summary>
internal static class Payloads
{
    public static readonly ChannelId Channel = new(11);
    public static readonly MessageId MessageId = new(22);

    public const string Message = """
        {"id": "22", "channel_id": "11", "author": {"id": "900", "username": "ArenaBot", "bot": true}, "content": "Hello", "timestamp": "2026-01-02T03:04:05.678000+00:00",
         "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0}
        """;

    public const string ThreadChannel = """{"id": "22", "type": 11, "name": "battle", "guild_id": "1", "parent_id": "11"}""";

    public static Interaction Interaction { get; } = new Interaction.Button("reveal", null!)
    {
        Origin = new InteractionOrigin(
            new InteractionId(77),
            new Bot.Discord.ApplicationId(901),
            new InteractionToken("interaction-secret"),
            new Member(new MemberId(5), "alice", "Alice", false, Permissions.None, [], null),
            new ServerId(1),
            new Channel(Channel, ChannelKind.Text),
            Permissions.None,
            "en-US"),
    };

    public static string User(ulong id, bool bot = false) =>
        $$"""{"id": "{{id}}", "username": "u{{id}}", "discriminator": "0", "avatar": null{{(bot ? ", \"bot\": true" : "")}}}""";
}
