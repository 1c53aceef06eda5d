using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sandbox.Faults;
using Sandbox.Shapes;
using Sandbox.Traffic;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>
/// Puts endpoints on the web server by Discord's path templates, and does for each what is the same for all: the token, faults, rate limits,
/// the body, the world's lock, the error shape, the traffic log.
/// </summary>
internal sealed class Router(IEndpointRouteBuilder app, Backstage backstage)
{
    private const string Prefix = "/api/v10";

    public void Get(string template, Func<Call, Reply> handler, Access access = Access.Anyone) => Map("GET", template, access, handler);
    public void Post(string template, Func<Call, Reply> handler, Access access = Access.Anyone) => Map("POST", template, access, handler);
    public void Put(string template, Func<Call, Reply> handler, Access access = Access.Anyone) => Map("PUT", template, access, handler);
    public void Patch(string template, Func<Call, Reply> handler, Access access = Access.Anyone) => Map("PATCH", template, access, handler);
    public void Delete(string template, Func<Call, Reply> handler, Access access = Access.Anyone) => Map("DELETE", template, access, handler);

    /// <summary>Everything below /api that no endpoint takes.</summary>
    public void MapRest() => app.Map("/api/{**rest}", (RequestDelegate)(async context =>
    {
        var known = context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal);
        var error = known ? ApiError.NotFound() : new ApiError(400, 50041, "Invalid API version provided");
        await WriteAsync(context, new Reply(error.Status, error.ToJson()));
    }));

    private void Map(string method, string template, Access access, Func<Call, Reply> handler) =>
        app.MapMethods(Prefix + template, [method], (RequestDelegate)(context => HandleAsync(context, template, access, handler)));

    private async Task HandleAsync(HttpContext context, string template, Access access, Func<Call, Reply> handler)
    {
        var request = context.Request;
        var isBots = IsOfTheBot(request, template);
        var body = RequestBody.Empty;
        HttpFault? fault = null;
        Reply reply;
        try
        {
            var caller = Authenticate(request, access);
            if (isBots)
            {
                fault = backstage.Faults.Take(request.Method, template, request.Path.Value![Prefix.Length..]);
                if (fault?.Kind == HttpFaultKind.Status)
                {
                    await AnswerFaultAsync(context, template, fault);
                    return;
                }
                if (fault?.Kind == HttpFaultKind.Delay)
                    await Task.Delay(fault.Delay, backstage.World.Time, context.RequestAborted);
                if (Limit(context, template) is { } refusal)
                {
                    await WriteAsync(context, refusal);
                    backstage.Traffic.Add(new Exchange(request.Method, PathOf(request), template, request.ContentType, null, 429, refusal.Body));
                    return;
                }
            }
            body = await RequestBody.ReadAsync(request, context.RequestAborted);
            lock (backstage.World.Lock)
                reply = handler(new Call(backstage, context, caller, body));
        }
        catch (ApiError error)
        {
            reply = new Reply(error.Status, error.ToJson());
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not IOException)
        {
            // A mistake of the sandbox itself. Whoever sees the answer should be able to find it.
            reply = new Reply(500, new JsonObject { ["message"] = "500: Internal Server Error", ["code"] = 0, ["sandbox"] = exception.ToString() });
        }
        if (isBots)
            backstage.Traffic.Add(new Exchange(request.Method, PathOf(request), template, body.ContentType, body.Json, reply.Status, reply.Body));
        if (fault?.Kind == HttpFaultKind.LoseResponse)
            context.Abort();
        else
            await WriteAsync(context, reply);
    }

    /// <summary>
    /// The bot's own requests are limited, logged and hit by faults: those with its kind of token, and those by an interaction's token,
    /// which nobody else knows.
    /// </summary>
    private static bool IsOfTheBot(HttpRequest request, string template) =>
        request.Headers.Authorization.ToString().StartsWith("Bot ", StringComparison.Ordinal)
        || template.StartsWith("/webhooks/", StringComparison.Ordinal) || template.StartsWith("/interactions/", StringComparison.Ordinal);

    private User? Authenticate(HttpRequest request, Access access)
    {
        if (access == Access.Open)
            return null;
        var header = request.Headers.Authorization.ToString();
        var isBot = header.StartsWith("Bot ", StringComparison.Ordinal);
        User? user;
        lock (backstage.World.Lock)
            user = backstage.World.ByToken(isBot ? header[4..].Trim() : header);
        if (user is null || user.IsBot != isBot)
            throw ApiError.Unauthorized();
        return access == Access.Bot && !isBot ? throw ApiError.BotsOnly() : user;
    }

    /// <summary>Counts the request, writes the headers, and gives the refusal if it was one too many.</summary>
    private Reply? Limit(HttpContext context, string template)
    {
        var route = context.Request.RouteValues;
        var major = $"{route["channel_id"]}/{route["guild_id"]}/{route["webhook_id"]}/{route["webhook_token"]}/{route["interaction_token"]}";
        var state = backstage.Limits.Take(context.Request.Method, template, major);
        var headers = context.Response.Headers;
        if (!state.Global)
        {
            headers["X-RateLimit-Limit"] = state.Rule.Limit.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Remaining"] = state.Remaining.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset"] = (state.ResetsAt.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset-After"] = state.ResetsAfter.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            headers["X-RateLimit-Bucket"] = state.Rule.Bucket;
        }
        return state.Refused ? TooMany(headers, state.ResetsAfter.TotalSeconds, state.Global ? "global" : "user") : null;
    }

    private static Reply TooMany(IHeaderDictionary headers, double seconds, string scope)
    {
        headers["Retry-After"] = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Scope"] = scope;
        if (scope == "global")
            headers["X-RateLimit-Global"] = "true";
        return new Reply(429, new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = Math.Ceiling(seconds * 1000) / 1000,
            ["global"] = scope == "global",
            ["code"] = 0,
        });
    }

    private async Task AnswerFaultAsync(HttpContext context, string template, HttpFault fault)
    {
        var request = context.Request;
        JsonNode? body = null;
        // What Discord itself refuses has its shape; what breaks on the way there has a proxy's.
        if (fault.Status is >= 400 and < 500 && fault.Body is null)
        {
            var reply = fault.Status == 429
                ? TooMany(context.Response.Headers, fault.RetryAfterSeconds, fault.Scope)
                : new Reply(fault.Status, new ApiError(fault.Status, 0, "Refused on demand").ToJson());
            body = reply.Body;
            await WriteAsync(context, reply);
        }
        else
        {
            context.Response.StatusCode = fault.Status;
            context.Response.ContentType = fault.ContentType ?? "text/html";
            await context.Response.WriteAsync(
                fault.Body ?? $"<html><head><title>{fault.Status}</title></head><body><center><h1>{fault.Status}</h1></center></body></html>",
                context.RequestAborted);
        }
        backstage.Traffic.Add(new Exchange(request.Method, PathOf(request), template, request.ContentType, null, fault.Status, body));
    }

    private static async Task WriteAsync(HttpContext context, Reply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.Body is not { } body)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString(Wire.Json), context.RequestAborted);
    }

    private static string PathOf(HttpRequest request) => request.Path.Value![Prefix.Length..] + request.QueryString;
}
