using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sandbox.Models;

/// <summary>The controls for tests: speed, faults on demand, and what reached the host.</summary>
internal sealed class DemoControl(DemoHost host)
{
    public Task ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var settings = host.Behaviour.Settings;
        return DemoAnswers.JsonAsync(context, new JsonObject
        {
            ["tokens_per_second"] = settings.TokensPerSecond,
            ["load_ms"] = settings.LoadMs,
            ["pull_ms"] = settings.PullMs,
            ["pull_fault"] = DemoCatalog.NameOf(settings.PullFault),
            ["disk_bytes"] = settings.DiskBytes,
            ["max_queue"] = settings.MaxQueue,
            ["list_faults"] = settings.ListFaults,
            ["faults"] = new JsonArray([.. host.Behaviour.Planned.Select(planned => (JsonNode)new JsonObject
            {
                ["fault"] = DemoCatalog.NameOf(planned.Fault),
                ["model"] = planned.Model,
                ["times"] = planned.Times,
            })]),
            ["known_faults"] = new JsonArray([.. Enum.GetValues<Fault>().Where(fault => fault != Fault.None)
                .Select(fault => (JsonNode)DemoCatalog.NameOf(fault))]),
        });
    }

    public async Task ChangeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (request, complaint) = await DemoRequest.ReadAsync(context, cancellationToken);
        if (request is null)
        {
            await DemoAnswers.ErrorAsync(context, 400, complaint!);
            return;
        }

        var faults = request.Array("faults").Concat(request.Value("fault") is null ? [] : [JsonDocument.Parse(request.Body).RootElement]).ToList();
        var planned = new List<PlannedFault>();
        foreach (var fault in faults)
        {
            var name = fault.ValueKind == JsonValueKind.Object && fault.TryGetProperty("fault", out var said) ? said.GetString() : fault.GetString();
            if (DemoCatalog.FaultOf(name) is not { } known || known == Fault.None)
            {
                await DemoAnswers.ErrorAsync(context, 400, $"unknown fault \"{name}\"; GET this address lists the known ones");
                return;
            }

            var isObject = fault.ValueKind == JsonValueKind.Object;
            planned.Add(new PlannedFault(
                known,
                isObject && fault.TryGetProperty("model", out var model) ? model.GetString() : null,
                isObject && fault.TryGetProperty("times", out var times) && times.TryGetInt32(out var count) ? count : 1));
        }

        var pullFault = DemoCatalog.ValueOf<PullFault>(request.Text("pull_fault"));
        if (pullFault is null && request.Text("pull_fault") is { } unknown)
        {
            await DemoAnswers.ErrorAsync(context, 400, $"unknown pull_fault \"{unknown}\"");
            return;
        }

        host.Behaviour.Change(settings => settings with
        {
            TokensPerSecond = request.Number("tokens_per_second") ?? settings.TokensPerSecond,
            LoadMs = (int?)request.Number("load_ms") ?? settings.LoadMs,
            PullMs = (int?)request.Number("pull_ms") ?? settings.PullMs,
            PullFault = pullFault ?? settings.PullFault,
            DiskBytes = (long?)request.Number("disk_bytes") ?? settings.DiskBytes,
            MaxQueue = (int?)request.Number("max_queue") ?? settings.MaxQueue,
            ListFaults = request.Flag("list_faults") ?? settings.ListFaults,
        });
        planned.ForEach(host.Behaviour.Plan);
        await ShowAsync(context, cancellationToken);
    }

    public Task ResetAsync(HttpContext context, CancellationToken cancellationToken)
    {
        host.Behaviour.Reset();
        host.Shelf.Reset();
        return ShowAsync(context, cancellationToken);
    }

    public Task RequestsAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var calls = host.Log.Calls;
        return DemoAnswers.JsonAsync(context, new JsonObject
        {
            ["in_flight"] = calls.Count(call => call.IsInFlight),
            ["done"] = calls.Count(call => call.State == "done"),
            ["failed"] = calls.Count(call => call.State == "failed"),
            ["aborted"] = calls.Count(call => call.State == "aborted"),
            ["requests"] = new JsonArray([.. calls.Select(call => (JsonNode)new JsonObject
            {
                ["id"] = call.Id,
                ["path"] = call.Path,
                ["model"] = call.Model,
                ["state"] = call.State,
                ["tokens"] = call.Tokens,
                ["started_at"] = DemoAnswers.Instant(call.StartedAt),
                ["body"] = call.Body,
            })]),
        });
    }
}
