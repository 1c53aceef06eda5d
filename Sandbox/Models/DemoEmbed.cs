using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Sandbox.Models;

/// <summary>Embeddings that know which words two texts share, and nothing else.</summary>
internal sealed partial class DemoEmbed(DemoHost host)
{
    private const int UsualContext = 4096;

    public async Task EmbedAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (request, complaint) = await DemoRequest.ReadAsync(context, cancellationToken);
        if (request is null || request.Model.Length == 0)
        {
            await DemoAnswers.ErrorAsync(context, 400, complaint ?? "model is required");
            return;
        }

        if (host.Shelf.Find(request.Model) is not { } model)
        {
            await DemoAnswers.ErrorAsync(context, 404, $"model \"{request.Model}\" not found, try pulling it first");
            return;
        }

        IReadOnlyList<string> inputs = request.Text("input") is { } one
            ? [one]
            : [.. request.Array("input").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
        if (inputs.Count == 0)
        {
            await DemoAnswers.JsonAsync(context, new JsonObject { ["model"] = request.Model, ["embeddings"] = new JsonArray() });
            return;
        }

        if (request.Flag("truncate") == false && inputs.Any(input => DemoTokens.Count(input) > Math.Min(model.ContextLength, UsualContext)))
        {
            await DemoAnswers.ErrorAsync(context, 400, "the input length exceeds the context length");
            return;
        }

        if (!model.CanEmbed)
        {
            await DemoAnswers.ErrorAsync(context, 501, "This server does not support embeddings. Start it with `--embeddings`");
            return;
        }

        await AnswerAsync(context, request, model, inputs, cancellationToken);
    }

    private async Task AnswerAsync(
        HttpContext context, DemoRequest request, DemoModel model, IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        var asked = host.Time.GetTimestamp();
        using var lease = await host.Memory.AcquireAsync(model, model.ContextLength, cancellationToken);
        if (lease is null)
        {
            await DemoAnswers.ErrorAsync(context, 503, DemoChat.Busy);
            return;
        }

        var dimensions = Math.Clamp((int)(request.Number("dimensions") ?? DemoModel.EmbeddingLength), 1, DemoModel.EmbeddingLength);
        var vectors = new JsonArray([.. inputs.Select(input => (JsonNode)new JsonArray([.. Vector(input, dimensions).Select(value => (JsonNode)value)]))]);
        await DemoAnswers.JsonAsync(context, new JsonObject
        {
            ["model"] = request.Model,
            ["embeddings"] = vectors,
            ["total_duration"] = DemoAnswers.Nanoseconds(host.Time.GetElapsedTime(asked)),
            ["load_duration"] = DemoAnswers.Nanoseconds(lease.Load),
            ["prompt_eval_count"] = inputs.Sum(DemoTokens.Count),
        });
    }

    private static float[] Vector(string text, int dimensions)
    {
        var sum = new double[dimensions];
        sum[0] = 0.01; // a text without words has a direction, too
        foreach (var word in Word().Matches(text.ToLowerInvariant()).Select(match => match.Value))
        {
            var dice = new Random(Convert.ToInt32(DemoModel.Sha256(word)[..7], 16));
            for (var i = 0; i < dimensions; i++)
                sum[i] += (dice.NextDouble() * 2) - 1;
        }

        var length = Math.Sqrt(sum.Sum(value => value * value));
        return [.. sum.Select(value => (float)(value / length))];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
