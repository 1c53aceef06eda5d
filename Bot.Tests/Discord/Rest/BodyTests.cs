using System.Text;
using System.Text.Json;
using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Discord.Registration;

namespace Bot.Tests.Discord.Rest;

/// <summary>What goes over the wire.</summary>
public sealed class BodyTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Nothing_that_is_sent_can_ping_anybody()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        var callback = "POST /interactions/77/interaction-secret/callback";
        discord.On("POST /channels/11/messages", RestAnswer.Ok(Payloads.Message), RestAnswer.Ok(Payloads.Message));
        discord.On("PATCH /channels/11/messages/22", RestAnswer.Ok(Payloads.Message), RestAnswer.Ok(Payloads.Message));
        discord.On(callback, RestAnswer.NoContent, RestAnswer.NoContent);
        discord.On("PATCH /webhooks/901/interaction-secret/messages/@original", RestAnswer.Ok(Payloads.Message));
        discord.On("POST /webhooks/901/interaction-secret", RestAnswer.Ok(Payloads.Message));
        var message = OutgoingMessage.Text("@everyone <@5> <@&6>");
        var file = new OutgoingFile("a.txt", "a"u8.ToArray(), "text/plain");

        await client.CreateMessageAsync(Payloads.Channel, message, None).Within();
        await client.CreateMessageAsync(Payloads.Channel, message with { Files = [file], ReplyTo = new(9) }, None).Within();
        await client.EditMessageAsync(Payloads.Channel, Payloads.MessageId, message.AsEdit(), None).Within();
        await client.EditMessageAsync(Payloads.Channel, Payloads.MessageId, new MessageEdit { Files = [file] }, None).Within();
        await client.RespondAsync(Payloads.Interaction, message, None).Within();
        await client.UpdateAsync(Payloads.Interaction, message.AsEdit(), None).Within();
        await client.EditResponseAsync(Payloads.Interaction, message.AsEdit(), None).Within();
        await client.FollowUpAsync(Payloads.Interaction, message, None).Within();

        Assert.Equal(8, discord.Calls.Count);
        Assert.All(discord.Calls, call =>
        {
            var body = call.Name == callback ? call.Json.GetProperty("data") : call.Json;
            Assert.Equal("""{"parse":[]}""", body.GetProperty("allowed_mentions").GetRawText());
        });
    }

    [Fact]
    public async Task The_token_goes_with_calls_of_the_bot_and_not_with_those_of_an_interaction()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("GET /channels/12", RestAnswer.Ok("""{"id": "12", "type": 0}"""));
        discord.On("POST /interactions/77/interaction-secret/callback", RestAnswer.NoContent);

        await client.GetChannelAsync(new(12), None).Within();
        await client.DeferAsync(Payloads.Interaction, ephemeral: false, None).Within();

        var bot = await discord.NextCallAsync();
        var interaction = await discord.NextCallAsync();
        Assert.Equal("Bot " + ScriptedDiscord.Token, bot.Headers["Authorization"]);
        Assert.Matches(@"^DiscordBot \(https?://\S+, \d+\.\d+\.\d+\)$", bot.Headers["User-Agent"]);
        Assert.False(interaction.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Files_go_as_parts_beside_the_JSON_with_their_text_alternatives_in_it()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("POST /channels/11/messages", RestAnswer.Ok(Payloads.Message));
        var png = new OutgoingFile("board.png", new byte[] { 0x89, 0x50, 0, 255 }, "image/png", "The standings: owl 1200, fox 1100");
        var text = new OutgoingFile("answer-ä.md", Encoding.UTF8.GetBytes("# Ä"), "text/markdown");

        await client.CreateMessageAsync(
            Payloads.Channel,
            new OutgoingMessage { Content = "Standings", Files = [png, text], Embeds = [new Embed { Image = png.Reference }] },
            None).Within();

        var call = await discord.NextCallAsync();
        Assert.StartsWith("multipart/form-data", call.ContentType);
        Assert.Equal(["payload_json", "files[0]", "files[1]"], call.Parts.Select(part => part.Name));
        Assert.Equal("application/json", call.Parts[0].ContentType);
        Assert.Equal([0x89, 0x50, 0, 255], call.Parts[1].Content);
        Assert.Equal("image/png", call.Parts[1].ContentType);
        Assert.Equal("board.png", call.Parts[1].FileName);
        Assert.Equal("answer-_.md", call.Parts[2].FileName);
        var attachments = call.Json.GetProperty("attachments");
        Assert.Equal("0", attachments[0].GetProperty("id").GetString());
        Assert.Equal("board.png", attachments[0].GetProperty("filename").GetString());
        Assert.Equal("The standings: owl 1200, fox 1100", attachments[0].GetProperty("description").GetString());
        Assert.Equal("1", attachments[1].GetProperty("id").GetString());
        Assert.Equal("answer-ä.md", attachments[1].GetProperty("filename").GetString());
        Assert.False(attachments[1].TryGetProperty("description", out _));
        Assert.Equal("attachment://board.png", call.Json.GetProperty("embeds")[0].GetProperty("image").GetProperty("url").GetString());
    }

    [Fact]
    public async Task An_edit_says_only_what_changes()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.Always("PATCH /channels/11/messages/22", RestAnswer.Ok(Payloads.Message));
        MessageEdit[] edits =
        [
            new() { Content = "a" },
            new() { Content = "", Embeds = [], Components = [] },
            new() { KeptFiles = [] },
            new() { KeptFiles = [new(5)], Files = [new OutgoingFile("b.txt", "b"u8.ToArray(), "text/plain")] },
        ];

        foreach (var edit in edits)
            await client.EditMessageAsync(Payloads.Channel, Payloads.MessageId, edit, None).Within();

        var bodies = discord.Calls.Select(call => call.Json).ToList();
        Assert.Equal(["allowed_mentions", "content"], Names(bodies[0]));
        Assert.Equal(["allowed_mentions", "content", "embeds", "components"], Names(bodies[1]));
        Assert.Equal("[]", bodies[2].GetProperty("attachments").GetRawText());
        Assert.Equal(["5", "0"], bodies[3].GetProperty("attachments").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task An_embed_and_components_have_Discords_shapes()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("POST /channels/11/messages", RestAnswer.Ok(Payloads.Message));
        var embed = new Embed
        {
            Title = "A",
            Description = "text",
            Url = new Uri("https://example.org/a"),
            Color = 0x3366ff,
            Footer = "answering…",
            Author = "owl",
            Timestamp = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            Fields = [new EmbedField("n", "v", Inline: true)],
        };
        ActionRow[] rows =
        [
            new(new Component.Button("reveal:1", "Reveal", ButtonStyle.Primary, "🎲"), new Component.LinkButton(new Uri("https://example.org/"), "Docs", Disabled: true)),
            new(new Component.Select("page", [new SelectOption("One", "1", "first", IsDefault: true)], "Page")),
        ];

        await client.CreateMessageAsync(Payloads.Channel, new OutgoingMessage { Embeds = [embed], Components = rows, SuppressEmbeds = true }, None).Within();

        var body = (await discord.NextCallAsync()).Json;
        AssertJson("""
            [{"title":"A","description":"text","url":"https://example.org/a","color":3368703,"footer":{"text":"answering…"},"author":{"name":"owl"},
              "timestamp":"2026-01-02T01:04:05.000Z","fields":[{"name":"n","value":"v","inline":true}]}]
            """, body.GetProperty("embeds"));
        AssertJson("""
            [{"type":1,"components":[
               {"type":2,"style":1,"label":"Reveal","custom_id":"reveal:1","disabled":false,"emoji":{"name":"🎲"}},
               {"type":2,"style":5,"label":"Docs","url":"https://example.org/","disabled":true}]},
             {"type":1,"components":[
               {"type":3,"custom_id":"page","options":[{"label":"One","value":"1","default":true,"description":"first"}],"min_values":1,"max_values":1,"disabled":false,"placeholder":"Page"}]}]
            """, body.GetProperty("components"));
        Assert.Equal(4, body.GetProperty("flags").GetInt32());
    }

    [Fact]
    public async Task First_answers_to_an_interaction_have_Discords_shapes()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.Always("POST /interactions/77/interaction-secret/callback", RestAnswer.NoContent);
        var modal = new Modal("ask", "Ask further", new TextField("question", "Your question", Paragraph: true, MaxLength: 2000, Value: "v", Placeholder: "p", Description: "d"));

        await client.RespondAsync(Payloads.Interaction, OutgoingMessage.Whisper("Only you"), None).Within();
        await client.DeferAsync(Payloads.Interaction, ephemeral: true, None).Within();
        await client.DeferAsync(Payloads.Interaction, ephemeral: false, None).Within();
        await client.DeferUpdateAsync(Payloads.Interaction, None).Within();
        await client.UpdateAsync(Payloads.Interaction, new MessageEdit { Components = [] }, None).Within();
        await client.SuggestAsync(Payloads.Interaction, [OptionChoice.Of("owl:7b"), OptionChoice.Of("Seven", 7)], None).Within();
        await client.ShowModalAsync(Payloads.Interaction, modal, None).Within();

        var bodies = discord.Calls.Select(call => call.Json).ToList();
        AssertJson("""{"type":4,"data":{"allowed_mentions":{"parse":[]},"content":"Only you","flags":64}}""", bodies[0]);
        AssertJson("""{"type":5,"data":{"flags":64}}""", bodies[1]);
        AssertJson("""{"type":5,"data":{}}""", bodies[2]);
        AssertJson("""{"type":6}""", bodies[3]);
        AssertJson("""{"type":7,"data":{"allowed_mentions":{"parse":[]},"components":[]}}""", bodies[4]);
        AssertJson("""{"type":8,"data":{"choices":[{"name":"owl:7b","value":"owl:7b"},{"name":"Seven","value":7}]}}""", bodies[5]);
        AssertJson("""
            {"type":9,"data":{"custom_id":"ask","title":"Ask further","components":[{"type":18,"label":"Your question","description":"d",
              "component":{"type":4,"custom_id":"question","style":2,"required":true,"max_length":2000,"value":"v","placeholder":"p"}}]}}
            """, bodies[6]);
    }

    [Fact]
    public async Task A_file_can_be_the_first_answer_to_an_interaction()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("POST /interactions/77/interaction-secret/callback", RestAnswer.NoContent);

        await client.RespondAsync(
            Payloads.Interaction, new OutgoingMessage { Files = [new OutgoingFile("a.png", "x"u8.ToArray(), "image/png", "alt")] }, None).Within();

        var call = await discord.NextCallAsync();
        Assert.Equal(["payload_json", "files[0]"], call.Parts.Select(part => part.Name));
        Assert.Equal("alt", call.Json.GetProperty("data").GetProperty("attachments")[0].GetProperty("description").GetString());
    }

    [Fact]
    public async Task No_more_suggestions_are_sent_than_Discord_takes()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("POST /interactions/77/interaction-secret/callback", RestAnswer.NoContent);

        await client.SuggestAsync(Payloads.Interaction, [.. Enumerable.Range(0, 40).Select(n => OptionChoice.Of($"m{n}"))], None).Within();

        Assert.Equal(25, (await discord.NextCallAsync()).Json.GetProperty("data").GetProperty("choices").GetArrayLength());
    }

    [Fact]
    public async Task Reactions_are_read_to_the_last_page_normal_and_burst_each_member_once()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        static string Page(IEnumerable<ulong> ids) => "[" + string.Join(",", ids.Select(id => Payloads.User(id, bot: id == 1))) + "]";
        static IEnumerable<ulong> Ids(ulong from, ulong to) => Enumerable.Range((int)from, (int)(to - from + 1)).Select(id => (ulong)id);
        discord.On(
            "GET /channels/11/messages/22/reactions/%F0%9F%87%A6",
            RestAnswer.Ok(Page(Ids(1, 100))),
            RestAnswer.Ok(Page(Ids(101, 200))),
            RestAnswer.Ok(Page(Ids(201, 230))),
            RestAnswer.Ok(Page([230, 231])));

        var users = await client.ListReactionsAsync(Payloads.Channel, Payloads.MessageId, "🇦", None).Within();

        Assert.Equal(Ids(1, 231), users.Select(user => user.Id.Value));
        Assert.True(users[0].IsBot);
        Assert.Equal(
            ["?type=0&limit=100", "?type=0&limit=100&after=100", "?type=0&limit=100&after=200", "?type=1&limit=100"],
            discord.Calls.Select(call => call.Query));
    }

    [Fact]
    public async Task A_servers_own_emoji_keeps_its_colon_escaped()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("PUT /channels/11/messages/22/reactions/owl%3A123/@me", RestAnswer.NoContent);

        await client.AddReactionAsync(Payloads.Channel, Payloads.MessageId, "owl:123", None).Within();
    }

    [Fact]
    public async Task No_token_stands_in_a_log_line_or_an_exception()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var log = new CapturedLog();
        await using var client = discord.Client(log: log, change: options => options.Attempts = 2);
        discord.On("POST /webhooks/901/interaction-secret", new RestAnswer(500));
        discord.On("POST /interactions/77/interaction-secret/callback", new RestAnswer(500), RestAnswer.Error(404, 10062));
        discord.On("GET /channels/12", RestAnswer.Limited(0.01, "global"), new RestAnswer(401, "{}"));

        var errors = new List<Exception>
        {
            await Assert.ThrowsAsync<DiscordException>(() => client.FollowUpAsync(Payloads.Interaction, OutgoingMessage.Text("a"), None).Within()),
            await Assert.ThrowsAsync<DiscordException>(() => client.DeferAsync(Payloads.Interaction, false, None).Within()),
            await Assert.ThrowsAsync<DiscordException>(() => client.GetChannelAsync(new(12), None).Within()),
        };

        var said = string.Join('\n', [.. errors.Select(error => error.ToString()), .. log.Lines.Select(line => line.Text), Payloads.Interaction.ToString()]);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(ScriptedDiscord.Token, said);
        Assert.DoesNotContain("interaction-secret", said);
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    private static void AssertJson(string expected, JsonElement actual)
    {
        using var document = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(document.RootElement, actual), actual.GetRawText());
    }
}
