using System.Text.Json;
using Bot.Discord;
using Bot.Discord.Events;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;

namespace Bot.Tests.Discord.Wire;

/// <summary>Payloads as Discord documents them, with fields and numbers of its future strewn in.</summary>
public sealed class EventParserTests
{
    [Fact]
    public void A_reaction_of_a_member_says_who_what_and_whether_it_is_a_bot()
    {
        var reaction = Parse<DiscordEvent.ReactionAdded>("MESSAGE_REACTION_ADD", """
            {"user_id": "5", "type": 7, "message_id": "3", "message_author_id": "900", "channel_id": "2", "guild_id": "1",
             "member": {"user": {"id": "5", "username": "alice", "bot": true, "collectibles": {"new": []}}, "roles": ["8"], "joined_at": "2024-05-06T07:08:09.123000+00:00", "flags": 1048576, "banner": null},
             "emoji": {"name": "🇦", "id": null, "animated": false}, "burst": true, "burst_colors": ["#aabbcc"], "future": {"x": 1}}
            """);

        Assert.Equal(new ServerId(1), reaction.Server);
        Assert.Equal(new ChannelId(2), reaction.Channel);
        Assert.Equal(new MessageId(3), reaction.Message);
        Assert.Equal(new MemberId(5), reaction.Member);
        Assert.Equal("🇦", reaction.Emoji);
        Assert.True(reaction.IsBurst);
        Assert.True(reaction.IsBot);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero), reaction.JoinedAt);
    }

    [Theory]
    [InlineData("""{"name": "owl", "id": "77", "animated": true}""", "owl:77")]
    [InlineData("""{"name": null, "id": "77"}""", ":77")]
    [InlineData("""{"name": "👎🏽", "id": null}""", "👎🏽")]
    public void Emojis_are_themselves_or_name_and_id(string emoji, string expected)
    {
        var removed = Parse<DiscordEvent.ReactionRemoved>("MESSAGE_REACTION_REMOVE", $$"""
            {"user_id": "5", "channel_id": "2", "message_id": "3", "guild_id": "1", "emoji": {{emoji}}, "burst": false, "type": 0}
            """);

        Assert.Equal(expected, removed.Emoji);
    }

    [Fact]
    public void Clearing_all_reactions_and_those_of_one_emoji_are_told_apart()
    {
        var all = Parse<DiscordEvent.ReactionsCleared>("MESSAGE_REACTION_REMOVE_ALL", """{"channel_id": "2", "message_id": "3", "guild_id": "1"}""");
        var one = Parse<DiscordEvent.EmojiCleared>("MESSAGE_REACTION_REMOVE_EMOJI", """{"channel_id": "2", "message_id": "3", "guild_id": "1", "emoji": {"id": null, "name": "🤝"}}""");

        Assert.Equal(new MessageId(3), all.Message);
        Assert.Equal("🤝", one.Emoji);
    }

    [Fact]
    public void Deleted_things_are_told_apart()
    {
        Assert.Equal(new MessageId(3), Parse<DiscordEvent.MessageDeleted>("MESSAGE_DELETE", """{"id": "3", "channel_id": "2", "guild_id": "1"}""").Message);
        Assert.Equal([new(3), new(4)], Parse<DiscordEvent.MessagesDeleted>("MESSAGE_DELETE_BULK", """{"ids": ["3", "4"], "channel_id": "2", "guild_id": "1"}""").Messages);
        Assert.Equal(new ChannelId(2), Parse<DiscordEvent.ChannelDeleted>("CHANNEL_DELETE", """{"id": "2", "guild_id": "1", "type": 0}""").Channel);
        var thread = Parse<DiscordEvent.ThreadDeleted>("THREAD_DELETE", """{"id": "9", "guild_id": "1", "parent_id": "2", "type": 11}""");
        Assert.Equal((new ChannelId(9), new ChannelId(2)), (thread.Thread, thread.Parent));
    }

    [Fact]
    public void A_change_of_a_server_tells_its_name()
    {
        var renamed = Parse<DiscordEvent.ServerChanged>("GUILD_UPDATE", """{"id": "1", "name": "Owls & friends", "icon": null, "owner_id": "5"}""");

        Assert.Equal((new ServerId(1), "Owls & friends"), (renamed.Server, renamed.Name));
    }

    [Fact]
    public void An_outage_is_no_removal_and_a_return_is_no_invitation()
    {
        var parser = new EventParser();
        parser.Ready(Json("""
            {"v": 10, "user": {"id": "900", "username": "b"}, "guilds": [{"id": "1", "unavailable": true}], "session_id": "s", "resume_gateway_url": "wss://x", "application": {"id": "901"}}
            """), 0, 1);
        DiscordEvent? Happens(string type, string json) => parser.Parse(type, Json(json));
        const string server = """{"id": "1", "name": "Arena", "owner_id": "5", "channels": [{"id": "2", "type": 0, "name": "arena", "rate_limit_per_user": 30, "nsfw": true}], "threads": [{"id": "9", "type": 12, "parent_id": "2", "thread_metadata": {"archived": true, "locked": true}}]}""";

        var available = Assert.IsType<DiscordEvent.ServerAvailable>(Happens("GUILD_CREATE", server));
        Assert.False(available.JustJoined);
        Assert.Equal(new Channel(new(2), ChannelKind.Text, "arena", new(1), null, true, TimeSpan.FromSeconds(30)), available.Server.Channels[0]);
        Assert.Equal(new Channel(new(9), ChannelKind.PrivateThread, null, new(1), new(2), IsArchived: true, IsLocked: true), available.Server.Channels[1]);

        Assert.IsType<DiscordEvent.ServerUnavailable>(Happens("GUILD_DELETE", """{"id": "1", "unavailable": true}"""));
        Assert.False(Assert.IsType<DiscordEvent.ServerAvailable>(Happens("GUILD_CREATE", server)).JustJoined);
        Assert.IsType<DiscordEvent.ServerRemoved>(Happens("GUILD_DELETE", """{"id": "1"}"""));
        Assert.True(Assert.IsType<DiscordEvent.ServerAvailable>(Happens("GUILD_CREATE", server)).JustJoined);
        Assert.IsType<DiscordEvent.ServerUnavailable>(Happens("GUILD_CREATE", """{"id": "3", "unavailable": true}"""));
    }

    [Fact]
    public void A_message_keeps_its_content_files_and_counts()
    {
        var message = Parse<DiscordEvent.MessageCreated>("MESSAGE_CREATE", """
            {"id": "3", "channel_id": "2", "guild_id": "1", "type": 19, "content": "What is a monad?", "timestamp": "2026-01-02T03:04:05.678000+00:00", "edited_timestamp": "2026-01-02T03:05:05+00:00",
             "author": {"id": "5", "username": "alice", "global_name": "Alice", "discriminator": "0"}, "nonce": 12345, "flags": 0, "components": [{"type": 99}],
             "attachments": [{"id": "6", "filename": "a.png", "size": 3, "url": "https://cdn.example.org/a.png", "proxy_url": "https://x", "content_type": "image/png", "description": "alt", "waveform": "x"}],
             "embeds": [{"type": "rich", "title": "T", "footer": {"text": "F"}, "fields": [{"name": "n", "value": "v"}], "image": {"url": "https://cdn.example.org/i.png"}}],
             "reactions": [{"emoji": {"id": null, "name": "🇦"}, "count": 4, "count_details": {"burst": 1, "normal": 3}, "me": true, "me_burst": false, "burst_colors": []}]}
            """).Message;

        Assert.Equal("What is a monad?", message.Content);
        Assert.Equal("Alice", message.Author.DisplayName);
        Assert.Equal("12345", message.Nonce);
        Assert.Equal(19, message.Type);
        Assert.Equal("alt", Assert.Single(message.Attachments).Description);
        Assert.Equal("F", Assert.Single(message.Embeds).Footer);
        Assert.Equal(new Bot.Discord.Messages.ReactionCount("🇦", 4, true), Assert.Single(message.Reactions));
    }

    [Fact]
    public void A_slash_command_tells_its_path_values_and_circumstances()
    {
        var command = Interaction<Interaction.SlashCommand>("""
            "type": 2, "data": {"id": "70", "name": "arena", "type": 1, "options": [{"name": "node", "type": 2, "options": [{"name": "add", "type": 1, "options": [
              {"name": "text", "type": 3, "value": "http://x"}, {"name": "count", "type": 4, "value": 3}, {"name": "rate", "type": 10, "value": 0.5}, {"name": "flag", "type": 5, "value": true},
              {"name": "who", "type": 6, "value": "5"}, {"name": "where", "type": 7, "value": "2"}, {"name": "role", "type": 8, "value": "8"}, {"name": "file", "type": 11, "value": "6"}]}]}],
             "resolved": {"users": {"5": {"id": "5", "username": "alice"}}, "attachments": {"6": {"id": "6", "filename": "a.png", "size": 3, "url": "https://cdn.example.org/a.png"}}, "widgets": {}}}
            """);

        Assert.Equal("arena node add", command.Path);
        Assert.Equal("http://x", command.Options.Text("text"));
        Assert.Equal(3, command.Options.Integer("count"));
        Assert.Equal(0.5, command.Options.Number("rate"));
        Assert.True(command.Options.Flag("flag"));
        Assert.Equal(new MemberId(5), command.Options.Member("who"));
        Assert.Equal("alice", command.Options.User("who")!.Name);
        Assert.Equal(new ChannelId(2), command.Options.Channel("where"));
        Assert.Equal(new RoleId(8), command.Options.Role("role"));
        Assert.Equal("a.png", command.Options.Attachment("file")!.Name);
        Assert.Null(command.Options.Text("absent"));
        Assert.Throws<OptionTypeException>(() => command.Options.Text("count"));
        Assert.Throws<OptionTypeException>(() => command.Options.Integer("rate"));
        Assert.Throws<OptionTypeException>(() => command.Options.Attachment("who"));

        Assert.Equal(new InteractionId(77), command.Id);
        Assert.Equal(new Bot.Discord.ApplicationId(901), command.Application);
        Assert.Equal("secret", command.Token.Value);
        Assert.Equal(new ServerId(1), command.Server);
        Assert.Equal(new ChannelId(2), command.Channel.Id);
        Assert.Equal((ChannelKind)42, command.Channel.Kind);
        Assert.Equal("Ali", command.Member.DisplayName);
        Assert.True(command.Member.Permissions.Allows(Permissions.ManageServer));
        Assert.Equal([Permissions.AddReactions], command.Origin.AppPermissions.Lacking(Permissions.SendMessages | Permissions.AddReactions));
        Assert.Equal("de", command.Origin.Locale);
        Assert.Equal("en-US", command.Origin.ServerLocale);
        Assert.Equal(10_485_760, command.Origin.AttachmentSizeLimit);
        Assert.DoesNotContain("secret", command.ToString());
    }

    [Fact]
    public void Autocomplete_tells_which_option_is_being_typed_even_where_it_is_no_valid_value_yet()
    {
        var typing = Interaction<Interaction.Autocomplete>("""
            "type": 4, "data": {"id": "70", "name": "model", "type": 1, "options": [{"name": "add", "type": 1, "options": [
              {"name": "first", "type": 3, "value": "owl"}, {"name": "count", "type": 4, "value": "1x", "focused": true}]}]}
            """);

        Assert.Equal("model add", typing.Path);
        Assert.Equal(new FocusedOption("count", "1x"), typing.Options.Focused);
        Assert.Equal("owl", typing.Options.Text("first"));
    }

    [Fact]
    public void A_message_command_brings_its_message()
    {
        var command = Interaction<Interaction.MessageCommand>("""
            "type": 2, "data": {"id": "71", "name": "Battle this", "type": 3, "target_id": "3", "resolved": {"messages": {"3":
              {"id": "3", "channel_id": "2", "content": "What is a monad?", "author": {"id": "6", "username": "bob"}, "timestamp": "2026-01-02T03:04:05+00:00", "attachments": [], "embeds": []}}}}
            """);

        Assert.Equal("Battle this", command.Name);
        Assert.Equal("What is a monad?", command.Target.Content);
        Assert.Equal(new MemberId(6), command.Target.Author.Id);
    }

    [Fact]
    public void Buttons_and_menus_bring_their_message()
    {
        const string message = """
            "message": {"id": "3", "channel_id": "2", "content": "", "author": {"id": "900", "username": "b", "bot": true}, "timestamp": "2026-01-02T03:04:05+00:00"}
            """;

        var button = Interaction<Interaction.Button>($$"""{{message}}, "type": 3, "data": {"custom_id": "reveal:1", "component_type": 2, "id": 4}""");
        var menu = Interaction<Interaction.Select>($$"""{{message}}, "type": 3, "data": {"custom_id": "page", "component_type": 3, "values": ["a", "b"]}""");

        Assert.Equal(("reveal:1", new MessageId(3)), (button.CustomId, button.Message.Id));
        Assert.Equal(["a", "b"], menu.Values);
    }

    [Theory]
    [InlineData("""[{"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": "question", "value": "Why?"}}, {"type": 10, "id": 3}]""")]
    [InlineData("""[{"type": 1, "components": [{"type": 4, "custom_id": "question", "value": "Why?"}]}]""")]
    public void A_form_brings_its_texts_from_labels_and_from_rows(string components)
    {
        var form = Interaction<Interaction.ModalSubmit>($$"""
            "type": 5, "data": {"custom_id": "ask", "components": {{components}} }
            """);

        Assert.Equal("Why?", Assert.Single(form.Fields).Value);
        Assert.Equal("question", Assert.Single(form.Fields).Key);
        Assert.Null(form.Message);
    }

    [Fact]
    public void An_interaction_in_a_direct_message_has_a_member_without_rights()
    {
        var parsed = new EventParser().Parse("INTERACTION_CREATE", Json("""
            {"id": "77", "application_id": "901", "token": "secret", "version": 1, "channel_id": "2", "user": {"id": "5", "username": "alice"}, "locale": "de", "context": 1,
             "type": 2, "data": {"id": "70", "name": "help", "type": 1}}
            """));

        var interaction = Assert.IsType<DiscordEvent.InteractionReceived>(parsed).Interaction;
        Assert.Null(interaction.Server);
        Assert.Equal(Permissions.None, interaction.Member.Permissions);
        Assert.Equal(new ChannelId(2), interaction.Channel.Id);
    }

    [Theory]
    [InlineData("""{"type": 1}""")]
    [InlineData("""{"type": 42, "data": {}}""")]
    public void Interactions_of_kinds_that_nobody_knows_are_passed_over(string kind)
    {
        var json = "{\"id\": \"77\", \"application_id\": \"901\", \"token\": \"t\", \"channel_id\": \"2\", \"user\": {\"id\": \"5\", \"username\": \"a\"}, " + kind[1..];

        Assert.Null(new EventParser().Parse("INTERACTION_CREATE", Json(json)));
    }

    [Fact]
    public void A_missing_id_is_named()
    {
        var error = Assert.Throws<WireException>(() => new EventParser().Parse("MESSAGE_DELETE", Json("""{"id": "3"}""")));

        Assert.Contains("channel_id", error.Message);
    }

    private static T Interaction<T>(string rest)
        where T : Interaction
    {
        var received = Parse<DiscordEvent.InteractionReceived>("INTERACTION_CREATE", $$"""
            {"id": "77", "application_id": "901", "token": "secret", "version": 1, "guild_id": "1", "guild": {"id": "1", "locale": "en-US", "features": []}, "channel_id": "2",
             "channel": {"id": "2", "type": 42, "name": "arena", "permissions": "0", "flags": 0, "last_message_id": null, "nsfw": false, "parent_id": null, "position": 0, "topic": null},
             "member": {"user": {"id": "5", "username": "alice", "global_name": "Alice", "avatar": null, "discriminator": "0", "public_flags": 0}, "nick": "Ali", "roles": ["8"], "permissions": "72057594037927968",
               "joined_at": "2024-05-06T07:08:09+00:00", "deaf": false, "mute": false, "pending": false, "flags": 0, "premium_since": null, "communication_disabled_until": null},
             "app_permissions": "2048", "locale": "de", "guild_locale": "en-US", "entitlements": [], "authorizing_integration_owners": {"0": "1"}, "context": 0, "attachment_size_limit": 10485760, "future": null,
             {{rest}} }
            """);
        return Assert.IsType<T>(received.Interaction);
    }

    private static T Parse<T>(string type, string json)
        where T : DiscordEvent => Assert.IsType<T>(new EventParser().Parse(type, Json(json)));

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
