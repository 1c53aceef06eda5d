using System.Text.Json.Nodes;
using Bot.Discord;
using Bot.Discord.Events;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;

namespace Bot.Tests.Discord.Contract;

/// <summary>Our client against the sandbox's Discord, through the wire.</summary>
public sealed class SandboxContractTests
{
    private static readonly CommandDefinition Battle = CommandDefinition.Slash(
        "battle", "Start a battle", CommandOption.Text("prompt", "What to ask").WithAutocomplete(), CommandOption.Integer("rounds", "How many"));

    private static readonly CommandDefinition Model = CommandDefinition.Slash(
        "model", "The roster", CommandOption.Subcommand("add", "Add one", CommandOption.Text("tag", "Its tag").Required())).ShownTo(Permissions.ManageServer);

    private static readonly CommandDefinition BattleThis = CommandDefinition.OnMessage("Battle this");

    private static CancellationToken Token => Patience.Token;

    [Fact]
    public async Task It_connects_and_learns_who_and_where_it_is()
    {
        await using var stage = await SandboxStage.StartAsync();

        var identity = await stage.Client.WhoAmIAsync(Token);
        var info = await stage.Client.GatewayInfoAsync(Token);
        var channel = await stage.Client.GetChannelAsync(SandboxStage.Arena, Token);

        Assert.Equal(1186800000000000000UL, identity.Application.Value);
        Assert.True(identity.Bot.IsBot);
        Assert.True(info.SessionsRemaining > 0);
        Assert.Equal(("arena", ChannelKind.Text, SandboxStage.Server), (channel.Name, channel.Kind, channel.Server!.Value));
    }

    [Fact]
    public async Task It_lists_the_roles_and_channels_of_a_server()
    {
        await using var stage = await SandboxStage.StartAsync();

        var roles = await stage.Client.ListRolesAsync(SandboxStage.Server, Token);
        var channels = await stage.Client.ListChannelsAsync(SandboxStage.Server, Token);

        Assert.Contains(roles, role => role.Id.Value == SandboxStage.Server.Value && role.Name == "@everyone");
        Assert.Contains(roles, role => role is { Name: "Moderators", IsManaged: false });
        Assert.Contains(roles, role => role is { Name: "ArenaBot", IsManaged: true });
        Assert.Contains(channels, channel => channel.Id == SandboxStage.Arena && channel.Server == SandboxStage.Server);
    }

    [Fact]
    public async Task Commands_are_registered_once_and_later_only_where_they_differ()
    {
        await using var stage = await SandboxStage.StartAsync();
        var application = (await stage.Client.WhoAmIAsync(Token)).Application;
        async Task<(int, int, int, int)> RegisterAsync(params CommandDefinition[] commands)
        {
            var report = await stage.Client.RegisterCommandsAsync(application, commands, Token);
            Assert.Equal(commands.Length, report.Commands.Count);
            return (report.Unchanged, report.Created, report.Updated, report.Deleted);
        }

        var changed = CommandDefinition.Slash("model", "The roster", CommandOption.Subcommand("list", "List them"));

        Assert.Equal((0, 3, 0, 0), await RegisterAsync(Battle, Model, BattleThis));
        Assert.Equal((3, 0, 0, 0), await RegisterAsync(Battle, Model, BattleThis));
        Assert.Equal((1, 0, 1, 1), await RegisterAsync(Battle, changed));
        Assert.Equal((2, 1, 0, 0), await RegisterAsync(BattleThis, changed, Battle));
    }

    [Fact]
    public async Task A_slash_command_is_deferred_and_then_answered_for_all_or_for_one()
    {
        await using var stage = await SandboxStage.StartAsync();
        await RegisterAsync(stage);
        var data = await stage.CommandAsync("battle");
        data["options"] = new JsonArray(Option(3, "prompt", "Why is the sky blue?"), Option(4, "rounds", 3));

        await stage.InteractAsync("alice", 2, (JsonObject)data.DeepClone());
        var open = await SlashAsync(stage);
        await stage.Client.DeferAsync(open, ephemeral: false, Token);
        var answer = await stage.Client.EditResponseAsync(open, new MessageEdit { Content = "For all" }, Token);
        await stage.Client.FollowUpAsync(open, OutgoingMessage.Whisper("Psst"), Token);
        await stage.InteractAsync("alice", 2, (JsonObject)data.DeepClone());
        await stage.Client.RespondAsync(await SlashAsync(stage), OutgoingMessage.Whisper("For alice"), Token);

        Assert.Equal("Why is the sky blue?", open.Options.Text("prompt"));
        Assert.Equal(3, open.Options.Integer("rounds"));
        Assert.Equal(SandboxStage.Alice, open.Member.Id.Value);
        Assert.Equal(SandboxStage.Server, open.Server);
        Assert.Equal(SandboxStage.Arena, open.Channel.Id);
        Assert.True(open.Member.Permissions.Allows(Permissions.ManageServer));
        Assert.True(open.Origin.AppPermissions.Allows(Permissions.SendMessages | Permissions.AddReactions | Permissions.AttachFiles));
        Assert.Equal("For all", answer.Content);
        Assert.Equal(["For alice", "Psst", "For all"], (await stage.MessagesAsync("alice")).Select(Content));
        Assert.Equal(["For all"], (await stage.MessagesAsync("bob")).Select(Content));

        var late = await Assert.ThrowsAsync<DiscordException>(() => stage.Client.DeferAsync(open, false, Token));
        Assert.Equal(DiscordFailure.InteractionExpired, late.Failure);
    }

    [Fact]
    public async Task Subcommands_autocomplete_and_message_commands_arrive()
    {
        await using var stage = await SandboxStage.StartAsync();
        await RegisterAsync(stage);
        var said = await stage.AsAsync("bob", HttpMethod.Post, $"channels/{SandboxStage.Arena}/messages", new JsonObject { ["content"] = "What is a monad?" });

        var model = await stage.CommandAsync("model");
        model["options"] = new JsonArray(new JsonObject { ["type"] = 1, ["name"] = "add", ["options"] = new JsonArray(Option(3, "tag", "owl:7b")) });
        await stage.InteractAsync("alice", 2, model);
        var add = await SlashAsync(stage);
        await stage.Client.RespondAsync(add, OutgoingMessage.Whisper("Added"), Token);
        Assert.Equal(("model add", "owl:7b"), (add.Path, add.Options.Text("tag")));

        var typing = await stage.CommandAsync("battle");
        var focused = Option(3, "prompt", "wh");
        focused["focused"] = true;
        typing["options"] = new JsonArray(focused);
        await stage.InteractAsync("bob", 4, typing);
        var autocomplete = Assert.IsType<Interaction.Autocomplete>((await stage.UntilAsync<DiscordEvent.InteractionReceived>()).Interaction);
        Assert.Equal(new FocusedOption("prompt", "wh"), autocomplete.Options.Focused);
        await stage.Client.SuggestAsync(autocomplete, [OptionChoice.Of("What?"), OptionChoice.Of("Why?")], Token);

        var onMessage = await stage.CommandAsync("Battle this");
        onMessage["target_id"] = said.GetProperty("id").GetString();
        await stage.InteractAsync("alice", 2, onMessage);
        var command = Assert.IsType<Interaction.MessageCommand>((await stage.UntilAsync<DiscordEvent.InteractionReceived>()).Interaction);
        await stage.Client.RespondAsync(command, OutgoingMessage.Whisper("Fine"), Token);
        Assert.Equal(("Battle this", "What is a monad?", "bob"), (command.Name, command.Target.Content, command.Target.Author.Name));
    }

    [Fact]
    public async Task Buttons_menus_and_forms_work()
    {
        await using var stage = await SandboxStage.StartAsync();
        var message = await stage.Client.CreateMessageAsync(
            SandboxStage.Arena,
            new OutgoingMessage
            {
                Content = "Vote",
                Components =
                [
                    new ActionRow(new Component.Button("reveal", "Reveal", ButtonStyle.Primary), new Component.Button("ask", "Ask further")),
                    new ActionRow(new Component.Select("page", [new SelectOption("One", "1"), new SelectOption("Two", "2")])),
                ],
            },
            Token);

        await stage.InteractAsync("alice", 3, new JsonObject { ["component_type"] = 2, ["custom_id"] = "reveal" }, message.Id);
        var button = Assert.IsType<Interaction.Button>((await stage.UntilAsync<DiscordEvent.InteractionReceived>()).Interaction);
        await stage.Client.UpdateAsync(button, new MessageEdit { Content = "Revealed" }, Token);
        Assert.Equal(("reveal", message.Id), (button.CustomId, button.Message.Id));
        Assert.Equal("Revealed", (await stage.Client.GetMessageAsync(SandboxStage.Arena, message.Id, Token)).Content);

        await stage.InteractAsync("bob", 3, new JsonObject { ["component_type"] = 3, ["custom_id"] = "page", ["values"] = new JsonArray("2") }, message.Id);
        var menu = Assert.IsType<Interaction.Select>((await stage.UntilAsync<DiscordEvent.InteractionReceived>()).Interaction);
        await stage.Client.DeferUpdateAsync(menu, Token);
        Assert.Equal(["2"], menu.Values);

        await stage.InteractAsync("bob", 3, new JsonObject { ["component_type"] = 2, ["custom_id"] = "ask" }, message.Id);
        var asked = (await stage.UntilAsync<DiscordEvent.InteractionReceived>()).Interaction;
        await stage.Client.ShowModalAsync(asked, new Modal("further", "Ask further", new TextField("question", "Your question", Paragraph: true)), Token);
        await stage.InteractAsync("bob", 5, (JsonObject)JsonNode.Parse($$"""
            {"id": "{{asked.Id}}", "custom_id": "further", "components": [{"type": 18, "component": {"type": 4, "custom_id": "question", "value": "And why?"} }]}
            """)!);
        var form = Assert.IsType<Interaction.ModalSubmit>((await stage.UntilAsync<DiscordEvent.InteractionReceived>()).Interaction);
        await stage.Client.RespondAsync(form, OutgoingMessage.Whisper("Asked"), Token);
        Assert.Equal(("further", "And why?"), (form.CustomId, form.Fields["question"]));
    }

    [Fact]
    public async Task Reactions_are_added_heard_of_and_read_over_many_pages()
    {
        await using var stage = await SandboxStage.StartAsync();
        var message = await stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text("Vote"), Token);
        foreach (var emoji in (string[])["🇦", "🇧", "🤝", "👎"])
            await stage.Client.AddReactionAsync(SandboxStage.Arena, message.Id, emoji, Token);

        await stage.ReactAsync("alice", message.Id, "🇦");
        var added = await stage.UntilAsync<DiscordEvent.ReactionAdded>(reaction => reaction.IsBot is false);
        Assert.Equal((SandboxStage.Alice, "🇦", false), (added.Member.Value, added.Emoji, added.IsBurst));
        await stage.ReactAsync("bob", message.Id, "🇦", burst: true);
        Assert.True((await stage.UntilAsync<DiscordEvent.ReactionAdded>()).IsBurst);
        await stage.AsAsync("alice", HttpMethod.Delete, $"channels/{SandboxStage.Arena}/messages/{message.Id}/reactions/{Uri.EscapeDataString("🇦")}/@me");
        Assert.Equal(SandboxStage.Alice, (await stage.UntilAsync<DiscordEvent.ReactionRemoved>()).Member.Value);

        for (var n = 0; n < 130; n++)
        {
            await stage.AsAsync("alice", HttpMethod.Post, "sandbox/members", new JsonObject { ["name"] = $"voter{n}" });
            await stage.ReactAsync($"voter{n}", message.Id, "🇦");
        }

        var users = await stage.Client.ListReactionsAsync(SandboxStage.Arena, message.Id, "🇦", Token);
        Assert.Equal(132, users.Count);
        Assert.Single(users, user => user.IsBot);
        var counts = (await stage.Client.GetMessageAsync(SandboxStage.Arena, message.Id, Token)).Reactions;
        Assert.Equal(["🇦", "🇧", "🤝", "👎"], counts.Select(count => count.Emoji));
        Assert.All(counts, count => Assert.True(count.Mine));
    }

    [Fact]
    public async Task Files_arrive_with_their_bytes_and_text_alternatives_and_are_replaced_by_an_edit()
    {
        await using var stage = await SandboxStage.StartAsync();
        byte[] png = [.. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")];
        var picture = new OutgoingFile("board.png", png, "image/png", "The standings");

        var message = await stage.Client.CreateMessageAsync(
            SandboxStage.Arena, new OutgoingMessage { Content = "Board", Files = [picture] }, Token);
        var file = Assert.Single(message.Attachments);
        Assert.Equal(("board.png", "image/png", "The standings", png.Length), (file.Name, file.MediaType, file.Description, (int)file.Size));
        Assert.Equal(png, await stage.DownloadAsync(file.Url));

        var text = new OutgoingFile("answer.md", "# A"u8.ToArray(), "text/markdown");
        var both = await stage.Client.EditMessageAsync(
            SandboxStage.Arena, message.Id, new MessageEdit { Files = [text], KeptFiles = [file.Id] }, Token);
        Assert.Equal(["board.png", "answer.md"], both.Attachments.Select(attachment => attachment.Name));
        var none = await stage.Client.EditMessageAsync(SandboxStage.Arena, message.Id, new MessageEdit { KeptFiles = [] }, Token);
        Assert.Empty(none.Attachments);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_posted_once()
    {
        await using var stage = await SandboxStage.StartAsync();
        await stage.FaultAsync("""{"kind": "lose_response", "method": "POST", "route": "/channels/{channel_id}/messages"}""");

        var message = await stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text("Once"), Token);

        var only = Assert.Single(await stage.MessagesAsync("bob"));
        Assert.Equal(message.Id.ToString(), only.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_storm_of_429_and_5xx_delays_an_edit_and_does_not_lose_it()
    {
        await using var stage = await SandboxStage.StartAsync();
        var message = await stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text("0"), Token);
        await stage.FaultAsync("""{"kind": "http", "status": 429, "times": 3, "method": "PATCH", "retry_after": 0.05, "scope": "user"}""");
        await stage.FaultAsync("""{"kind": "http", "status": 429, "times": 1, "retry_after": 0.05, "scope": "global"}""");
        await stage.FaultAsync("""{"kind": "http", "status": 502, "times": 1, "method": "PATCH"}""");

        for (var n = 1; n <= 7; n++)
            await stage.Client.EditMessageAsync(SandboxStage.Arena, message.Id, new MessageEdit { Content = $"{n}" }, Token);

        Assert.Equal("7", Content(Assert.Single(await stage.MessagesAsync("bob"))));
    }

    [Fact]
    public async Task After_a_drop_the_missed_reaction_comes_before_the_session_is_ready_again()
    {
        await using var stage = await SandboxStage.StartAsync();
        var message = await stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text("Vote"), Token);
        await stage.UntilAsync<DiscordEvent.MessageCreated>();
        await stage.FaultAsync("""{"kind": "gateway_refuse", "times": 1}""");
        await stage.FaultAsync("""{"kind": "gateway_drop", "code": 1006, "resumable": true}""");

        await stage.ReactAsync("alice", message.Id, "🇧");

        Assert.Equal("🇧", (await stage.Running.NextAsync<DiscordEvent.ReactionAdded>()).Emoji);
        Assert.False((await stage.Running.NextAsync<DiscordEvent.Ready>()).IsNewSession);
    }

    [Fact]
    public async Task An_invalidated_session_is_followed_by_a_new_one()
    {
        await using var stage = await SandboxStage.StartAsync(random: new FixedDice(0));

        await stage.FaultAsync("""{"kind": "gateway_invalidate", "resumable": false}""");

        Assert.True((await stage.UntilAsync<DiscordEvent.Ready>()).IsNewSession);
    }

    [Fact]
    public async Task A_stalled_connection_is_noticed_and_resumed()
    {
        await using var stage = await SandboxStage.StartAsync();
        await stage.FaultAsync("""{"kind": "heartbeat_interval", "milliseconds": 500}""");
        await stage.FaultAsync("""{"kind": "gateway_reconnect"}""");
        await stage.UntilAsync<DiscordEvent.Ready>();
        await stage.FaultAsync("""{"kind": "gateway_stall"}""");
        var message = await stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text("Unheard of"), Token);
        await stage.AsAsync("alice", HttpMethod.Delete, "sandbox/faults");

        Assert.Equal(message.Id, (await stage.UntilAsync<DiscordEvent.MessageCreated>()).Message.Id);
        Assert.False((await stage.UntilAsync<DiscordEvent.Ready>()).IsNewSession);
    }

    [Fact]
    public async Task Deleted_messages_are_heard_of_and_editing_one_says_that_it_is_gone()
    {
        await using var stage = await SandboxStage.StartAsync();
        var message = await stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text("Short-lived"), Token);

        await stage.AsAsync("alice", HttpMethod.Delete, $"channels/{SandboxStage.Arena}/messages/{message.Id}");

        Assert.Equal(message.Id, (await stage.UntilAsync<DiscordEvent.MessageDeleted>()).Message);
        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            stage.Client.EditMessageAsync(SandboxStage.Arena, message.Id, new MessageEdit { Content = "late" }, Token));
        Assert.True(error.IsGone);
        await stage.Client.DeleteMessageAsync(SandboxStage.Arena, message.Id, Token);
    }

    [Fact]
    public async Task A_thread_is_opened_once_under_a_message()
    {
        await using var stage = await SandboxStage.StartAsync();
        var message = await stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text("Battle"), Token);

        var thread = await stage.Client.CreateThreadAsync(SandboxStage.Arena, message.Id, "Battle 1", TimeSpan.FromDays(1), Token);
        var again = await stage.Client.CreateThreadAsync(SandboxStage.Arena, message.Id, "Battle 1", TimeSpan.FromDays(1), Token);

        Assert.Equal((ChannelKind.PublicThread, SandboxStage.Arena), (thread.Kind, thread.Parent!.Value));
        Assert.Equal(thread.Id, again.Id);
    }

    [Fact]
    public async Task A_channel_where_the_bot_may_not_write_says_so()
    {
        await using var stage = await SandboxStage.StartAsync();
        var denied = (ulong)(Permissions.SendMessages | Permissions.AddReactions);
        await stage.AsAsync("alice", HttpMethod.Put, $"sandbox/channels/{SandboxStage.Arena}/overwrites/{SandboxStage.Server}",
            new JsonObject { ["type"] = 0, ["allow"] = "0", ["deny"] = denied.ToString() });
        await stage.AsAsync("alice", HttpMethod.Put, $"sandbox/channels/{SandboxStage.Arena}/overwrites/1186800000000000000",
            new JsonObject { ["type"] = 1, ["allow"] = "0", ["deny"] = denied.ToString() });

        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text("a"), Token));

        Assert.Equal(DiscordFailure.MissingPermissions, error.Failure);
    }

    [Fact]
    public async Task Everyone_in_a_message_pings_nobody()
    {
        await using var stage = await SandboxStage.StartAsync();

        await stage.Client.CreateMessageAsync(SandboxStage.Arena, OutgoingMessage.Text($"@everyone <@{SandboxStage.Alice}>"), Token);

        var message = Assert.Single(await stage.MessagesAsync("alice"));
        Assert.False(message.GetProperty("mention_everyone").GetBoolean());
        Assert.Equal(0, message.GetProperty("mentions").GetArrayLength());
    }

    [Fact]
    public async Task Being_removed_an_outage_and_being_added_are_told_apart()
    {
        await using var stage = await SandboxStage.StartAsync();
        var server = $"sandbox/guilds/{SandboxStage.Server}";

        await stage.AsAsync("alice", HttpMethod.Post, $"{server}/outage", new JsonObject { ["unavailable"] = true });
        await stage.UntilAsync<DiscordEvent.ServerUnavailable>();
        await stage.AsAsync("alice", HttpMethod.Post, $"{server}/outage", new JsonObject { ["unavailable"] = false });
        Assert.False((await stage.UntilAsync<DiscordEvent.ServerAvailable>()).JustJoined);
        await stage.Client.LeaveServerAsync(SandboxStage.Server, Token);
        await stage.UntilAsync<DiscordEvent.ServerRemoved>();
        await stage.AsAsync("alice", HttpMethod.Post, $"{server}/bot");
        Assert.True((await stage.UntilAsync<DiscordEvent.ServerAvailable>()).JustJoined);
    }

    [Fact]
    public async Task A_wrong_token_is_fatal()
    {
        await using var stage = await SandboxStage.StartAsync();
        await using var client = SandboxStage.NewClient(stage.Address, options => options.Token = "sandbox-stranger");

        await Assert.ThrowsAsync<DiscordFatalException>(() => client.RunAsync(Token));
    }

    [Fact]
    public async Task An_intent_that_is_not_switched_on_is_fatal_with_advice()
    {
        await using var stage = await SandboxStage.StartAsync();
        await stage.AsAsync("alice", HttpMethod.Patch, "sandbox/application", new JsonObject { ["flags"] = 0 });
        await using var client = SandboxStage.NewClient(stage.Address, options => options.MessageContent = true);

        var error = await Assert.ThrowsAsync<DiscordFatalException>(() => client.RunAsync(Token));

        Assert.Equal(4014, error.CloseCode);
    }

    private static async Task RegisterAsync(SandboxStage stage) => await stage.Client.RegisterCommandsAsync(
        (await stage.Client.WhoAmIAsync(Token)).Application, [Battle, Model, BattleThis], Token);

    private static async Task<Interaction.SlashCommand> SlashAsync(SandboxStage stage) =>
        Assert.IsType<Interaction.SlashCommand>((await stage.UntilAsync<DiscordEvent.InteractionReceived>()).Interaction);

    private static JsonObject Option(int type, string name, JsonNode value) => new() { ["type"] = type, ["name"] = name, ["value"] = value };

    private static string Content(System.Text.Json.JsonElement message) => message.GetProperty("content").GetString()!;
}
