using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Sandbox;

namespace Bot.Tests.EndToEnd;

/// <summary>
/// A member of the sandbox's server who does over HTTP what a person does on the page: knows Discord's API and a token, and nothing of
/// the bot.
/// </summary>
internal sealed class MemberClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _sandbox;
    private readonly string _token;
    private JsonArray? _commands;

    public MemberClient(Uri sandbox, string token)
    {
        (_sandbox, _token) = (sandbox, token);
        _http = new HttpClient { BaseAddress = new Uri(sandbox, "/api/v10/") };
        _http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(token);
    }

    public required string Server { get; init; }
    public required string Channel { get; init; }

    /// <summary>The member's own id.</summary>
    public async Task<string> IdAsync() => (string)(await GetAsync("users/@me"))["id"]!;

    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    public async Task<JsonNode> PostAsync(string path, JsonNode body)
    {
        using var response = await _http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    /// <summary>Posts a message that is nothing but a file.</summary>
    public async Task<string> UploadAsync(string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "files[0]", name } };
        using var response = await _http.PostAsync($"channels/{Channel}/messages", form, TestContext.Current.CancellationToken);
        return (string)(await ReadAsync(response))["id"]!;
    }

    public async Task PutAsync(string path, JsonNode body)
    {
        using var response = await _http.PutAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        await ReadAsync(response);
    }

    public async Task PatchAsync(string path, JsonNode body)
    {
        using var response = await _http.PatchAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        await ReadAsync(response);
    }

    /// <summary>The channel's messages as this member sees them, newest first.</summary>
    public async Task<IReadOnlyList<SeenMessage>> MessagesAsync(string? channel = null) =>
        [.. (await GetAsync($"channels/{channel ?? Channel}/messages?limit=100")).AsArray().Select(message => new SeenMessage(message!))];

    public Task<SeenMessage> SeeAsync(Func<SeenMessage, bool> which, string? channel = null) =>
        Eventually.GetAsync(
            async () => (await MessagesAsync(channel)).FirstOrDefault(which),
            lastSeen: async () => string.Join("\n---\n", (await MessagesAsync(channel)).Select(message => message.Everything)));

    public Task<SeenMessage> SeeChangedAsync(SeenMessage message, Func<SeenMessage, bool> how) =>
        SeeAsync(candidate => candidate.Id == message.Id && how(candidate));

    /// <summary>Types a slash command: <c>"model add"</c> with its options by name.</summary>
    public async Task CommandAsync(string path, params (string Name, JsonNode Value)[] options)
    {
        using var response = await SendCommandAsync(path, options);
        await ExpectAsync(response, HttpStatusCode.NoContent);
    }

    /// <summary>Types a slash command, and waits for what the bot says next.</summary>
    public Task<SeenMessage> AskAsync(string path, params (string Name, JsonNode Value)[] options) => HearAsync(() => CommandAsync(path, options));

    /// <summary>Does something, and waits for what the bot says next.</summary>
    /// <param name="which">Such a message; null for any.</param>
    public async Task<SeenMessage> HearAsync(Func<Task> does, Func<SeenMessage, bool>? which = null)
    {
        var last = (await MessagesAsync()).Select(message => message.Number).DefaultIfEmpty().Max();
        await does();
        return await SeeAsync(message => message.IsByBot && message.Number > last && message.Content.Length + message.Embeds.Count > 0 && which?.Invoke(message) != false);
    }

    public async Task<HttpResponseMessage> SendCommandAsync(string path, params (string Name, JsonNode Value)[] options)
    {
        var words = path.Split(' ');
        var command = await CommandNamedAsync(words[0], type: 1);
        var given = new JsonArray([.. options.Select(option => (JsonNode)new JsonObject
        {
            ["type"] = TypeOf(command, words, option),
            ["name"] = option.Name,
            ["value"] = option.Value.DeepClone(),
        })]);
        foreach (var word in words.Skip(1).Reverse())
            given = new JsonArray(new JsonObject { ["type"] = given is [{ } inner] && (int)inner["type"]! == 1 ? 2 : 1, ["name"] = word, ["options"] = given });
        return await InteractAsync(2, command["application_id"]!, new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["version"] = command["version"]!.DeepClone(),
            ["name"] = words[0],
            ["type"] = 1,
            ["options"] = given,
        });
    }

    // As it was registered; what was not is sent as what it looks like.
    private static int TypeOf(JsonNode command, IEnumerable<string> words, (string Name, JsonNode Value) option)
    {
        var level = words.Skip(1).Aggregate(command, (JsonNode? at, string word) => Option(at, word));
        return (int?)Option(level, option.Name)?["type"] ?? (option.Value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? 4 : 3);

        static JsonNode? Option(JsonNode? of, string name) =>
            of?["options"]?.AsArray().FirstOrDefault(candidate => (string?)candidate!["name"] == name);
    }

    /// <summary>Types a slash command whose only option is a file.</summary>
    public async Task AttachAsync(string path, string option, string name, byte[] content)
    {
        var words = path.Split(' ');
        var command = await CommandNamedAsync(words[0], type: 1);
        var given = new JsonArray(new JsonObject { ["type"] = 11, ["name"] = option, ["value"] = "0" });
        foreach (var word in words.Skip(1).Reverse())
            given = new JsonArray(new JsonObject { ["type"] = 1, ["name"] = word, ["options"] = given });
        var body = Interaction(2, command["application_id"]!, new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["version"] = command["version"]!.DeepClone(),
            ["name"] = words[0],
            ["type"] = 1,
            ["options"] = given,
        });
        using var form = new MultipartFormDataContent { { new StringContent(body.ToJsonString()), "payload_json" }, { new ByteArrayContent(content), "files[0]", name } };
        using var response = await _http.PostAsync("interactions", form, TestContext.Current.CancellationToken);
        await ExpectAsync(response, HttpStatusCode.NoContent);
    }

    public async Task MessageCommandAsync(string name, string messageId)
    {
        var command = await CommandNamedAsync(name, type: 3);
        using var response = await InteractAsync(2, command["application_id"]!, new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["version"] = command["version"]!.DeepClone(),
            ["name"] = name,
            ["type"] = 3,
            ["target_id"] = messageId,
        });
        await ExpectAsync(response, HttpStatusCode.NoContent);
    }

    /// <summary>Presses the button with this label.</summary>
    public async Task PressAsync(SeenMessage message, string label)
    {
        using var response = await TryPressAsync(message, label);
        await ExpectAsync(response, HttpStatusCode.NoContent);
    }

    public Task<HttpResponseMessage> TryPressAsync(SeenMessage message, string label) =>
        UseAsync(message, message.Buttons.Single(candidate => candidate.Label == label).CustomId, 2);

    /// <summary>Chooses in the message's first menu.</summary>
    public Task<HttpResponseMessage> ChooseAsync(SeenMessage message, params string[] values) => ChooseAsync(message, "", values);

    /// <summary>Chooses in the first menu whose custom id begins so.</summary>
    public Task<HttpResponseMessage> ChooseAsync(SeenMessage message, string menu, string[] values)
    {
        var found = (from row in message.Json["components"]!.AsArray()
                     from component in row!["components"]!.AsArray()
                     where (int)component!["type"]! > 2 && ((string)component["custom_id"]!).StartsWith(menu, StringComparison.Ordinal)
                     select component).First();
        return UseAsync(message, (string)found["custom_id"]!, (int)found["type"]!, values);
    }

    private Task<HttpResponseMessage> UseAsync(SeenMessage message, string customId, int type, string[]? values = null)
    {
        Presses.Note(customId);
        var data = new JsonObject { ["component_type"] = type, ["custom_id"] = customId };
        if (values is not null)
            data["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        return InteractAsync(3, message.Json["author"]!["id"]!, data, message.Id);
    }

    /// <summary>Does something that opens a form for this member; it comes over the gateway.</summary>
    public async Task<JsonNode> FormAsync(Func<Task> does)
    {
        using var gateway = await GatewayClient.DialAsync(
            new Uri($"ws://127.0.0.1:{_sandbox.Port}/gateway?v=10&encoding=json"), TestContext.Current.CancellationToken);
        await gateway.OpcodeAsync(10);
        await gateway.SendAsync(2, GatewayClient.Identity(_token, 0));
        await gateway.EventAsync("READY");
        await does();
        return await gateway.EventAsync("INTERACTION_MODAL_CREATE");
    }

    /// <summary>Fills in the fields of a form that the app opened for this member, in their order, and sends it.</summary>
    /// <param name="form">As the gateway told of it.</param>
    public Task SubmitAsync(JsonNode form, params string[] texts)
    {
        Presses.Note((string)form["custom_id"]!);
        var fields = form["components"]!.AsArray().Select(label => label!["component"]!["custom_id"]!).Zip(texts, (field, text) => (JsonNode)new JsonObject
        {
            ["type"] = 18, ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = field.DeepClone(), ["value"] = text },
        });
        return PostAsync("interactions", Interaction(5, form["application"]!["id"]!, new JsonObject
        {
            ["id"] = form["id"]!.DeepClone(),
            ["custom_id"] = form["custom_id"]!.DeepClone(),
            ["components"] = new JsonArray([.. fields]),
        }));
    }

    public async Task<string> SayAsync(string text) =>
        (string)(await PostAsync($"channels/{Channel}/messages", new JsonObject { ["content"] = text }))["id"]!;

    public async Task ReactAsync(SeenMessage message, string emoji)
    {
        using var response = await _http.PutAsync(Reaction(message, emoji), null, TestContext.Current.CancellationToken);
        await ExpectAsync(response, HttpStatusCode.NoContent);
    }

    public async Task UnreactAsync(SeenMessage message, string emoji)
    {
        using var response = await _http.DeleteAsync(Reaction(message, emoji), TestContext.Current.CancellationToken);
        await ExpectAsync(response, HttpStatusCode.NoContent);
    }

    public async Task DeleteAsync(string path)
    {
        using var response = await _http.DeleteAsync(path, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"DELETE {path}: {(int)response.StatusCode}");
    }

    public Task<byte[]> DownloadAsync(string url) => _http.GetByteArrayAsync(url, TestContext.Current.CancellationToken);

    public void Dispose() => _http.Dispose();

    private static string Reaction(SeenMessage message, string emoji) =>
        $"channels/{message.Channel}/messages/{message.Id}/reactions/{Uri.EscapeDataString(emoji)}/@me";

    private async Task<JsonNode> CommandNamedAsync(string name, int type)
    {
        JsonNode? Find() => _commands?.FirstOrDefault(
            command => (string?)command!["name"] == name && ((int?)command["type"] ?? 1) == type);
        if (Find() is null)
            _commands = (await GetAsync($"guilds/{Server}/application-command-index"))["application_commands"]!.AsArray();
        return Find() ?? throw new InvalidOperationException($"No command {name} in the index.");
    }

    private Task<HttpResponseMessage> InteractAsync(int type, JsonNode application, JsonObject data, string? messageId = null) =>
        _http.PostAsJsonAsync("interactions", Interaction(type, application, data, messageId), TestContext.Current.CancellationToken);

    private JsonObject Interaction(int type, JsonNode application, JsonObject data, string? messageId = null)
    {
        var body = new JsonObject
        {
            ["type"] = type,
            ["application_id"] = application.DeepClone(),
            ["guild_id"] = Server,
            ["channel_id"] = Channel,
            ["session_id"] = "end-to-end",
            ["nonce"] = Guid.NewGuid().ToString("N")[..24],
            ["data"] = data,
        };
        if (messageId is not null)
            body["message_id"] = messageId;
        return body;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private static async Task ExpectAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {text}");
    }
}
