using Microsoft.AspNetCore.Http;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sandbox.Models;

/// <summary>Writes answers in the form Ollama gives them.</summary>
internal static class DemoAnswers
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task JsonAsync(HttpContext context, JsonNode body, int status = 200)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Options);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await WriteAsync(context, bytes);
    }

    public static Task ErrorAsync(HttpContext context, int status, string text) =>
        JsonAsync(context, new JsonObject { ["error"] = text }, status);

    public static async Task TextAsync(HttpContext context, int status, string text, string type = "text/plain")
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await WriteAsync(context, bytes);
    }

    /// <summary>One line of a stream. The first one sends the headers, as with Ollama not before there is something to say.</summary>
    public static async Task LineAsync(HttpContext context, JsonNode line, CancellationToken cancellationToken)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "application/x-ndjson";

        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, Options);
        await context.Response.Body.WriteAsync((byte[])[.. bytes, (byte)'\n'], cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }

    /// <summary>An instant as Go writes it.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);

    public static long Nanoseconds(TimeSpan span) => Math.Max(1, span.Ticks) * TimeSpan.NanosecondsPerTick;

    private static async Task WriteAsync(HttpContext context, byte[] bytes)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
