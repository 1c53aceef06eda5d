using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Sandbox;

namespace Bot.Tests.Page;

/// <summary>What every test of the page needs: its own sandbox, a page, a scripted bot, and members who speak over REST.</summary>
[Collection(PageCollection.Name)]
public abstract class PageTest(SharedBrowser browser) : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _opened = [];
    private SandboxServer? _sandbox;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected SandboxServer Sandbox => _sandbox ?? throw new InvalidOperationException("The sandbox is not started yet.");

    public async ValueTask InitializeAsync()
    {
        Browser.Require();
        _sandbox = await SandboxServer.StartAsync(new() { Port = 0 }, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var opened in Enumerable.Reverse(_opened))
            await opened.DisposeAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }

    protected async Task<IPage> OpenAsync(string member = "alice", int width = 1400, Func<IPage, Task>? prepare = null)
    {
        var page = await (await browser.GetAsync()).OpenAsync(Sandbox.Address, member, width, prepare: prepare);
        _opened.Add(new Closing(page));
        return page;
    }

    internal async Task<ScriptedBot> BotAsync(params JsonObject[] commands)
    {
        var bot = await ScriptedBot.ConnectAsync(Sandbox.Address, Cancel, commands);
        _opened.Add(bot);
        return bot;
    }

    /// <summary>A member says something, over REST as their client would.</summary>
    protected async Task<string> SayAsync(string member, string content, string channel = ScriptedBot.ArenaChannel)
    {
        var message = await AsMemberAsync(member, HttpMethod.Post, $"channels/{channel}/messages", new JsonObject { ["content"] = content });
        return Id(message);
    }

    protected async Task<JsonObject?> AsMemberAsync(string member, HttpMethod method, string path, JsonNode? body = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(Sandbox.Address, $"/api/v10/{path}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"sandbox-{member}");
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, $"{path} was answered {(int)response.StatusCode}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
    }

    protected static string Id(JsonObject? shape) => (string?)shape?["id"] ?? throw new InvalidOperationException("The answer has no id.");

    protected static ILocator At(IPage page, string testId) => Browser.At(page, testId);

    protected static ILocator Message(IPage page, string id) => Browser.Message(page, id);

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private sealed class Closing(IPage page) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
    }
}
