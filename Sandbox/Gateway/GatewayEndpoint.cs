using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Sandbox.Gateway;

/// <summary>Takes WebSockets at <c>/gateway</c>, and keeps each until either side ends it.</summary>
internal static class GatewayEndpoint
{
    private static readonly TimeSpan DefaultHeartbeat = TimeSpan.FromMilliseconds(41_250);

    public static void MapGateway(this IEndpointRouteBuilder app, GatewayHub hub) =>
        app.Map("/gateway", (RequestDelegate)(context => AcceptAsync(context, hub)));

    private static async Task AcceptAsync(HttpContext context, GatewayHub hub)
    {
        if (Refusal(context, hub) is var (status, reason))
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(reason, context.RequestAborted);
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new GatewayConnection(socket);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, hub.Closing);
        var writing = connection.WriteAsync(ending.Token);
        if (context.Request.Query["v"] is { Count: > 0 } version && version != "10")
            connection.Close(CloseCode.InvalidVersion, "Invalid API version.");
        try
        {
            await TalkAsync(hub, connection, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // the server stops, or the client is gone
        }
        finally
        {
            await ending.CancelAsync();
            try
            {
                await writing;
            }
            catch (OperationCanceledException)
            {
                // ended above
            }
        }
    }

    private static async Task TalkAsync(GatewayHub hub, GatewayConnection connection, CancellationToken cancellationToken)
    {
        var heartbeat = hub.Faults.HeartbeatInterval ?? DefaultHeartbeat;
        connection.Send(Opcode.Hello, new JsonObject { ["heartbeat_interval"] = (int)heartbeat.TotalMilliseconds, ["_trace"] = new JsonArray("sandbox") });
        var patience = heartbeat * 1.5 + TimeSpan.FromSeconds(2);
        await using var silence = hub.World.Time.CreateTimer(
            _ => connection.Close(CloseCode.SessionTimedOut, "Session timed out."), null, patience, Timeout.InfiniteTimeSpan);
        var talk = new GatewayTalk(hub, connection);
        var leaving = false;
        while (await connection.ReceiveAsync(code => leaving = code is 1000 or 1001, cancellationToken) is { } text)
        {
            silence.Change(patience, Timeout.InfiniteTimeSpan);
            lock (hub.World.Lock)
                talk.Hear(text);
        }
        lock (hub.World.Lock)
            Leave(hub, connection, leaving);
        await connection.AnswerCloseAsync(cancellationToken);
    }

    /// <summary>A client that closes with 1000 or 1001 ends its session; any other end leaves it open for a resume.</summary>
    private static void Leave(GatewayHub hub, GatewayConnection connection, bool forGood)
    {
        if (connection.Session is not { } session || session.Connection != connection)
            return;
        session.Connection = null;
        session.DisconnectedAt = hub.World.Now;
        if (forGood)
            hub.Forget(session);
    }

    private static (int Status, string Reason)? Refusal(HttpContext context, GatewayHub hub)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return (400, "This is the gateway; it takes WebSocket connections only.");
        if (context.Request.Query["encoding"] is { Count: > 0 } encoding && encoding != "json")
            return (400, $"The sandbox's gateway speaks encoding=json only, not {encoding}.");
        if (context.Request.Query["compress"] is { Count: > 0 } compress)
            return (400, $"The sandbox's gateway does not compress; leave compress={compress} out.");
        if (hub.Faults.TakeGatewayRefusal())
            return (503, "Refused by a fault.");
        lock (hub.World.Lock)
            hub.Counts = hub.Counts with { Connections = hub.Counts.Connections + 1 };
        return null;
    }
}
