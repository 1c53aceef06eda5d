using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Hosting;

/// <summary>As much of an Ollama as a start and <c>doctor</c> ask about: version, models, nothing loaded.</summary>
internal sealed class FakeOllama : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeOllama(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FakeOllama> StartAsync(IReadOnlyList<string> tags)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/api/version", () => Results.Json(new { version = "0.33.0" }));
        app.MapGet("/api/ps", () => Results.Json(new { models = Array.Empty<object>() }));
        app.MapGet("/api/tags", () => Results.Json(new { models = tags.Select(Model) }));
        await app.StartAsync();
        return new FakeOllama(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static object Model(string tag) => new
    {
        name = tag,
        model = tag,
        modified_at = "2026-11-01T10:00:00Z",
        size = 1_000_000,
        digest = "abc",
        details = new { parent_model = "", format = "gguf", family = "llama", families = new[] { "llama" }, parameter_size = "1.0B", quantization_level = "Q4_K_M" },
        capabilities = new[] { tag.StartsWith("embed", StringComparison.Ordinal) ? "embedding" : "completion" },
    };
}
