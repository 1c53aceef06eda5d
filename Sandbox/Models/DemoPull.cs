using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sandbox.Models;

/// <summary>Pulling from a registry that holds the demo models only.</summary>
internal sealed class DemoPull(DemoHost host)
{
    private const int FewestLines = 12;

    /// <summary>Lines that say the same before a registry that went away is given up; Ollama goes on for a minute.</summary>
    private const int LinesOfHope = 10;

    private static readonly TimeSpan LineEvery = TimeSpan.FromMilliseconds(100);
    private static readonly long[] SmallLayers = [102, 59, 151];

    private TimeSpan Whole => TimeSpan.FromMilliseconds(host.Behaviour.Settings.PullMs);

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
            call.State = await PullAsync(context, request, cancellationToken) ? "done" : "failed";
        }
        finally
        {
            call.State = cancellationToken.IsCancellationRequested ? "aborted" : call.State == "done" ? "done" : "failed";
        }
    }

    private async Task<bool> PullAsync(HttpContext context, DemoRequest request, CancellationToken cancellationToken)
    {
        var full = DemoNames.Full(request.Model);
        var model = DemoCatalog.Pullable.FirstOrDefault(one => one.Tag.Equals(full, StringComparison.OrdinalIgnoreCase));
        if (request.Stream)
            await DemoAnswers.LineAsync(context, Status("pulling manifest"), cancellationToken);

        var error = ManifestError(request.Model, model) ?? await DownloadAsync(context, request, model!, cancellationToken);
        if (error is not null)
        {
            await (request.Stream
                ? DemoAnswers.LineAsync(context, new JsonObject { ["error"] = error }, cancellationToken)
                : DemoAnswers.ErrorAsync(context, 500, error));
            return false;
        }

        host.Shelf.Add(model!);
        await (request.Stream
            ? DemoAnswers.LineAsync(context, Status("success"), cancellationToken)
            : DemoAnswers.JsonAsync(context, Status("success")));
        return true;
    }

    private string? ManifestError(string asked, DemoModel? model)
    {
        if (asked.Contains("://", StringComparison.Ordinal) || asked.Count('/') > 1)
            return $"pull model manifest: Get \"https://{asked}\": dial tcp: lookup {asked.Split('/')[0]}: no such host";
        if (host.Behaviour.Settings.PullFault == PullFault.Unreachable)
        {
            return $"pull model manifest: Get \"https://registry.ollama.ai/v2/library/{DemoNames.Full(asked).Replace(":", "/manifests/")}\": "
                + "dial tcp: lookup registry.ollama.ai on 127.0.0.53:53: no such host";
        }

        return model is null ? "pull model manifest: file does not exist" : null;
    }

    /// <summary>Sends the progress of all layers; what Ollama says where they do not all come, or null.</summary>
    private async Task<string?> DownloadAsync(HttpContext context, DemoRequest request, DemoModel model, CancellationToken cancellationToken)
    {
        async Task SayAsync(JsonObject line)
        {
            if (request.Stream)
                await DemoAnswers.LineAsync(context, line, cancellationToken);
        }

        if (host.Shelf.Find(model.Tag) is null && await WeightsAsync(context, model, SayAsync, cancellationToken) is { } error)
            return error;
        await SayAsync(Layer(model.Tag, model.SizeBytes, model.SizeBytes));
        foreach (var size in SmallLayers)
            await SayAsync(Layer($"{model.Tag} {size}", size, size));

        await SayAsync(Status("verifying sha256 digest"));
        await SayAsync(Status("writing manifest"));
        return null;
    }

    private async Task<string?> WeightsAsync(
        HttpContext context, DemoModel model, Func<JsonObject, Task> sayAsync, CancellationToken cancellationToken)
    {
        var download = host.Shelf.Download(model);
        download.Join();
        try
        {
            // Without any waiting there is still progress to be seen.
            for (var least = download.Share(Whole); ; least += 1.0 / FewestLines)
            {
                var share = Whole > TimeSpan.Zero ? download.Share(Whole) : Math.Min(least, 1);
                var room = host.Behaviour.Settings.DiskBytes / (double)model.SizeBytes;
                await sayAsync(Layer(model.Tag, model.SizeBytes, (long)(model.SizeBytes * Math.Min(share, room))));
                if (share > room)
                {
                    download.StopAt(room);
                    return $"write /models/blobs/sha256-{DemoModel.Sha256(model.Tag)}-partial: no space left on device";
                }

                if (share >= 0.5 && host.Behaviour.Settings.PullFault is not PullFault.None and var fault)
                {
                    download.StopAt(share);
                    return await FailAsync(fault, context, Layer(model.Tag, model.SizeBytes, (long)(model.SizeBytes * share)), sayAsync, cancellationToken);
                }

                if (share >= 1)
                    return null;
                if (Whole > TimeSpan.Zero)
                    await Task.Delay(LineEvery < Whole / FewestLines ? LineEvery : Whole / FewestLines, host.Time, cancellationToken);
            }
        }
        finally
        {
            download.Leave(Whole);
        }
    }

    private async Task<string> FailAsync(
        PullFault fault, HttpContext context, JsonObject line, Func<JsonObject, Task> sayAsync, CancellationToken cancellationToken)
    {
        if (fault == PullFault.Dies)
            context.Abort();
        if (fault == PullFault.Stalls)
            await Task.Delay(Timeout.InfiniteTimeSpan, host.Time, cancellationToken);
        for (var said = 0; said < LinesOfHope; said++)
        {
            await sayAsync((JsonObject)line.DeepClone());
            await Task.Delay(LineEvery, host.Time, cancellationToken);
        }

        return $"max retries exceeded: Get \"https://registry.ollama.ai/v2/library/demo/blobs/{line["digest"]}\": dial tcp 127.0.0.1:443: connect: connection refused";
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
