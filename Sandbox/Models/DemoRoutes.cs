using Microsoft.AspNetCore.Http;

namespace Sandbox.Models;

/// <summary>Sends each request to its handler, and answers unknown paths and methods with Ollama's plain texts.</summary>
internal sealed class DemoRoutes
{
    private delegate Task Handler(HttpContext context, CancellationToken cancellationToken);

    private readonly CancellationToken _stopping;
    private readonly Dictionary<string, (string Method, Handler Handler)[]> _routes;

    public DemoRoutes(DemoHost host, CancellationToken stopping)
    {
        _stopping = stopping;
        var about = new DemoAbout(host);
        var chat = new DemoChat(host);
        var pull = new DemoPull(host);
        var embed = new DemoEmbed(host);
        var control = new DemoControl(host);
        _routes = new(StringComparer.Ordinal)
        {
            [""] = [("GET", about.RootAsync)],
            ["api/version"] = [("GET", about.VersionAsync)],
            ["api/tags"] = [("GET", about.TagsAsync)],
            ["api/ps"] = [("GET", about.LoadedAsync)],
            ["api/show"] = [("POST", about.ShowAsync)],
            ["api/delete"] = [("DELETE", about.DeleteAsync)],
            ["api/chat"] = [("POST", chat.ChatAsync)],
            ["api/generate"] = [("POST", chat.GenerateAsync)],
            ["api/pull"] = [("POST", pull.PullAsync)],
            ["api/embed"] = [("POST", embed.EmbedAsync)],
            ["sandbox/faults"] = [("GET", control.ShowAsync), ("POST", control.ChangeAsync), ("DELETE", control.ResetAsync)],
            ["sandbox/requests"] = [("GET", control.RequestsAsync)],
        };
    }

    public async Task HandleAsync(HttpContext context)
    {
        var path = (context.Request.RouteValues["path"] as string ?? "").Trim('/');
        if (!_routes.TryGetValue(path, out var methods))
        {
            await DemoAnswers.TextAsync(context, 404, "404 page not found");
            return;
        }

        var method = HttpMethods.IsHead(context.Request.Method) ? "GET" : context.Request.Method;
        if (methods.FirstOrDefault(one => one.Method == method).Handler is not { } handler)
        {
            context.Response.Headers.Allow = string.Join(", ", methods.Select(one => one.Method));
            await DemoAnswers.TextAsync(context, 405, "405 method not allowed");
            return;
        }

        // A hanging answer must not hold up the end of the program.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
        try
        {
            await handler(context, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            context.Abort();
        }
    }
}
