using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sandbox.Models;

/// <summary>Pulling from a registry that holds the demo models only.</summary>
internal sealed class DemoPull(DemoHost host)
{
    private const int LinesPerLayer = 12;
    private static readonly long[] SmallLayers = [102, 59, 151];

    public async Task PullAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (request, complaint) = await DemoRequest.ReadAsync(context, cancellationToken);
        if (request is null || !DemoNames.IsValid(request.Model))
        {
            await DemoAnswers.ErrorAsync(context, 400, complaint ?? "invalid model name");
            return;
        }

        var call = host.Log.Begin("api/pull", request.Model);
        call.State = "generating";
        try
        {
            await PullAsync(context, request, cancellationToken);
            call.State = "done";
        }
        finally
        {
            call.State = cancellationToken.IsCancellationRequested ? "aborted" : call.State == "done" ? "done" : "failed";
        }
    }

    private async Task PullAsync(HttpContext context, DemoRequest request, CancellationToken cancellationToken)
    {
        var full = DemoNames.Full(request.Model);
        var model = DemoCatalog.Pullable.FirstOrDefault(one => one.Tag.Equals(full, StringComparison.OrdinalIgnoreCase));
        if (request.Stream)
            await DemoAnswers.LineAsync(context, Status("pulling manifest"), cancellationToken);

        if (model is null)
        {
            var error = request.Model.Contains("://", StringComparison.Ordinal) || request.Model.Count('/') > 1
                ? $"pull model manifest: Get \"https://{request.Model}\": dial tcp: lookup {request.Model.Split('/')[0]}: no such host"
                : "pull model manifest: file does not exist";
            await (request.Stream
                ? DemoAnswers.LineAsync(context, new JsonObject { ["error"] = error }, cancellationToken)
                : DemoAnswers.ErrorAsync(context, 500, error));
            return;
        }

        await DownloadAsync(context, request, model, cancellationToken);
        host.Shelf.Add(model);
        await (request.Stream
            ? DemoAnswers.LineAsync(context, Status("success"), cancellationToken)
            : DemoAnswers.JsonAsync(context, Status("success")));
    }

    private async Task DownloadAsync(HttpContext context, DemoRequest request, DemoModel model, CancellationToken cancellationToken)
    {
        async Task SayAsync(JsonObject line)
        {
            if (request.Stream)
                await DemoAnswers.LineAsync(context, line, cancellationToken);
        }

        var step = TimeSpan.FromMilliseconds(host.Behaviour.Settings.PullMs / (double)LinesPerLayer);
        for (var share = host.Shelf.PulledSoFar(model); share < 1; share += 1.0 / LinesPerLayer)
        {
            host.Shelf.KeepPulled(model, share);
            await SayAsync(Layer(model.Tag, model.SizeBytes, (long)(model.SizeBytes * share)));
            if (step > TimeSpan.Zero)
                await Task.Delay(step, host.Time, cancellationToken);
        }

        await SayAsync(Layer(model.Tag, model.SizeBytes, model.SizeBytes));
        foreach (var size in SmallLayers)
            await SayAsync(Layer($"{model.Tag} {size}", size, size));

        await SayAsync(Status("verifying sha256 digest"));
        await SayAsync(Status("writing manifest"));
    }

    private static JsonObject Status(string status) => new() { ["status"] = status };

    private static JsonObject Layer(string content, long total, long completed)
    {
        var digest = DemoModel.Sha256(content);
        return new JsonObject
        {
            ["status"] = $"pulling {digest[..12]}",
            ["digest"] = $"sha256:{digest}",
            ["total"] = total,
            ["completed"] = completed,
        };
    }
}
