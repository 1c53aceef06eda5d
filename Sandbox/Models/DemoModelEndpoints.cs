using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Sandbox.Models;

/// <summary>Puts demo models behind Ollama's HTTP API. docs/demo-models.md describes them and their controls.</summary>
public static class DemoModelEndpoints
{
    /// <summary>Serves the API under the prefix: <c>/ollama</c> makes <c>/ollama/api/tags</c>. Each call maps a host of its own.</summary>
    public static void MapDemoModels(this IEndpointRouteBuilder app, string prefix)
    {
        var host = new DemoHost(app.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System);
        var stopping = app.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var routes = new DemoRoutes(host, stopping);
        app.Map($"{prefix.TrimEnd('/')}/{{**path}}", routes.HandleAsync);
    }
}
