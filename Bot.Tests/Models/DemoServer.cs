using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Arena.Core.Inference;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sandbox.Models;

namespace Bot.Tests.Models;

/// <summary>The demo models on a port of their own, as fast as they can, with the arena's client before them.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<OllamaClient> _clients = [];

    private DemoServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
        Http = new HttpClient { BaseAddress = new Uri(address + "/") };
        Client = ClientWith(new InferenceOptions());
    }

    /// <summary>With the prefix, without a slash at its end.</summary>
    public Uri Address { get; }

    public HttpClient Http { get; }

    public OllamaClient Client { get; }

    public static async Task<DemoServer> StartAsync(bool isFast = true)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapDemoModels("/ollama");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var server = new DemoServer(app, new Uri(address + "/ollama"));
        if (isFast)
            await server.ControlAsync(new { tokens_per_second = 1_000_000, load_ms = 0, pull_ms = 0 });

        return server;
    }

    public OllamaClient ClientWith(InferenceOptions options)
    {
        var client = new OllamaClient(Address, options, TimeProvider.System);
        _clients.Add(client);
        return client;
    }

    public Fleet FleetWith(InferenceOptions? options = null) => new(
        [new FleetNode(Address, ClientWith(options ?? new InferenceOptions()))], TimeProvider.System, NullLogger<Fleet>.Instance);

    public async Task ControlAsync(object settings)
    {
        using var response = await Http.PostAsJsonAsync("sandbox/faults", settings, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Returns once the requests that reached the host are as expected.</summary>
    public async Task RequestsAreAsync(Func<JsonElement, bool> expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Bound);
        while (!expected(await Http.GetFromJsonAsync<JsonElement>("sandbox/requests", patience.Token)))
            await Task.Yield();
    }

    public async Task<string> SayAsync(string tag, string prompt, int? seed = null) => (await AnswerAsync(tag, prompt, seed)).Text;

    public async Task<Answer> AnswerAsync(string tag, string prompt, int? seed = null)
    {
        var request = GenerationRequest.For(tag, prompt) with { Sampling = new SamplingOptions(Seed: seed) };
        var generation = await FleetWith().GenerateAsync(request, _ => { }, TestContext.Current.CancellationToken);
        return Assert.IsType<Generation.Complete>(generation).Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
