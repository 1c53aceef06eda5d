using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Sandbox.Page;

/// <summary>Serves the page in the browser: <c>/</c> and the files it loads, below <c>/page/</c>.</summary>
public static class PageEndpoints
{
    // Names and model answers are foreign text: even if some slipped through as markup, no script but the page's own may run.
    // Both spellings of this machine are allowed because the sandbox names its gateway and attachments by one of them.
    private const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'none'; " +
        "script-src 'self'; style-src 'self'; " +
        "img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*; " +
        "connect-src 'self' http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*";

    /// <summary>Maps the page. It talks to the sandbox only through the endpoints that Discord's own clients use.</summary>
    public static void MapPage(this IEndpointRouteBuilder app)
    {
        var files = PageFiles.Load();
        app.MapGet("/", (HttpContext context) => Serve(context, files["index.html"]));
        app.MapGet("/favicon.ico", () => Results.Redirect("/page/icon.svg", permanent: false));
        app.MapGet("/page/{**path}", (string? path, HttpContext context) =>
            files.TryGetValue(path ?? "", out var file) ? Serve(context, file) : Results.NotFound());
    }

    private static IResult Serve(HttpContext context, PageFile file)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // Revalidated every time, so a newer sandbox on the same port is never mixed with files of an older one.
        headers.CacheControl = "no-cache";
        return Results.Bytes(file.Bytes, file.ContentType, entityTag: new(file.ETag));
    }
}
