using System.Text.Json.Nodes;
using Sandbox.Faults;
using Sandbox.Gateway;

namespace Sandbox.Rest;

/// <summary>Misbehaviour on demand.</summary>
internal static class FaultEndpoints
{
    public static void Map(Router router)
    {
        router.Post("/sandbox/faults", Create, Access.Open);
        router.Get("/sandbox/faults", call => Reply.Ok(call.Backstage.Faults.ToJson()), Access.Open);
        router.Delete("/sandbox/faults", Clear, Access.Open);
        router.Delete("/sandbox/faults/{fault_id}", call => call.Backstage.Faults.Clear((int)call.Id("fault_id")) ? Reply.NoContent : throw ApiError.NotFound(), Access.Open);
    }

    private static Reply Clear(Call call)
    {
        call.Backstage.Faults.Clear();
        return Reply.NoContent;
    }

    private static Reply Create(Call call)
    {
        var form = call.Form();
        var kind = form.Text("kind", 40, 1, required: true);
        form.Errors.ThrowIfAny();
        return kind switch
        {
            "http" => Http(call, form, HttpFaultKind.Status),
            "delay" => Http(call, form, HttpFaultKind.Delay),
            "lose_response" => Http(call, form, HttpFaultKind.LoseResponse),
            "gateway_drop" => Drop(call, form),
            "gateway_reconnect" => Each(call, Reconnect),
            "gateway_invalidate" => Invalidate(call, form.Flag("resumable") ?? false),
            "gateway_stall" => Each(call, connection => connection.Stall()),
            "gateway_refuse" => Set(() => call.Backstage.Faults.RefuseGateway((int)(form.Integer("times", 1, 1000) ?? 1))),
            "heartbeat_interval" => Set(() => call.Backstage.Faults.HeartbeatInterval = TimeSpan.FromMilliseconds(form.Integer("milliseconds", 10, 600_000, required: true) ?? 0), form),
            "session_start_limit" => Set(() => call.Backstage.Faults.StartLimit = new SessionStartLimit(
                (int)(form.Integer("remaining", 0, 1000) ?? 0), (int)(form.Integer("reset_after", 0, 86_400_000) ?? 60_000)), form),
            _ => throw FormErrors.Single("kind", "BASE_TYPE_CHOICES", $"The sandbox knows no fault called {kind}; see docs/sandbox.md."),
        };
    }

    private static Reply Http(Call call, Form form, HttpFaultKind kind)
    {
        var fault = new HttpFault(0, kind, form.Text("method", 10), form.Text("route", 300), (int)(form.Integer("times", 1, 1_000_000) ?? 1))
        {
            Status = (int)(form.Integer("status", 400, 599, required: kind == HttpFaultKind.Status) ?? 0),
            RetryAfterSeconds = Seconds(form),
            Scope = form.Text("scope", 10) ?? "user",
            Body = form.Text("body", 100_000),
            ContentType = form.Text("content_type", 100),
            Delay = TimeSpan.FromMilliseconds(form.Integer("milliseconds", 0, 600_000, required: kind == HttpFaultKind.Delay) ?? 0),
        };
        form.Errors.ThrowIfAny();
        return Reply.Created(call.Backstage.Faults.Add(fault).ToJson());
    }

    private static double Seconds(Form form) => form.Body["retry_after"] is JsonValue value && value.TryGetValue<double>(out var seconds) ? seconds : 1;

    private static Reply Drop(Call call, Form form)
    {
        var code = (int)(form.Integer("code", 1000, 4999) ?? (int)CloseCode.Cut);
        var resumable = form.Flag("resumable") ?? true;
        form.Errors.ThrowIfAny();
        return Each(call, connection =>
        {
            if (!resumable && connection.Session is { } session)
                call.Backstage.Gateway.Forget(session);
            connection.Close(code, "Dropped by a fault.");
        });
    }

    private static void Reconnect(GatewayConnection connection)
    {
        connection.Send(Opcode.Reconnect, null);
        connection.Close(CloseCode.UnknownError, "Reconnect.");
    }

    private static Reply Invalidate(Call call, bool resumable) => Each(call, connection =>
    {
        if (!resumable && connection.Session is { } session)
        {
            call.Backstage.Gateway.Forget(session);
            connection.Session = null; // the same connection may identify anew
        }
        connection.Send(Opcode.InvalidSession, resumable);
    });

    private static Reply Each(Call call, Action<GatewayConnection> action)
    {
        var connections = call.Backstage.Gateway.ConnectionsOf(call.World.Application.Bot);
        foreach (var connection in connections)
            action(connection);
        return Reply.Created(new JsonObject { ["connections"] = connections.Count });
    }

    private static Reply Set(Action action, Form? form = null)
    {
        action();
        form?.Errors.ThrowIfAny();
        return Reply.Created(new JsonObject());
    }
}
