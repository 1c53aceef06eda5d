using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sandbox.Models;

/// <summary>What the host tells about itself and its models, and deleting them.</summary>
internal sealed class DemoAbout(DemoHost host)
{
    public const string Version = "0.33.0-demo";

    private const string Template = "{{- range .Messages }}{{ .Role }}: {{ .Content }}\n{{ end }}assistant: ";

    public Task RootAsync(HttpContext context, CancellationToken cancellationToken) =>
        DemoAnswers.TextAsync(context, 200, "Ollama is running", "text/plain; charset=utf-8");

    public Task VersionAsync(HttpContext context, CancellationToken cancellationToken) =>
        DemoAnswers.JsonAsync(context, new JsonObject { ["version"] = Version });

    public Task TagsAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var models = new JsonArray();
        foreach (var (model, at) in host.Shelf.Held)
        {
            var details = Details(model);
            details["context_length"] = model.ContextLength;
            details["embedding_length"] = DemoModel.EmbeddingLength;
            models.Add(new JsonObject
            {
                ["name"] = model.Tag,
                ["model"] = model.Tag,
                ["modified_at"] = DemoAnswers.Instant(at),
                ["size"] = model.SizeBytes,
                ["digest"] = model.Digest,
                ["details"] = details,
                ["capabilities"] = Texts(model.Capabilities),
            });
        }

        return DemoAnswers.JsonAsync(context, new JsonObject { ["models"] = models });
    }

    public Task LoadedAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var models = new JsonArray();
        foreach (var loaded in host.Memory.Loaded)
        {
            models.Add(new JsonObject
            {
                ["name"] = loaded.Model.Tag,
                ["model"] = loaded.Model.Tag,
                ["size"] = loaded.Model.SizeBytes + (loaded.Context * 65_536L),
                ["digest"] = loaded.Model.Digest,
                ["details"] = Details(loaded.Model),
                ["expires_at"] = DemoAnswers.Instant(loaded.ExpiresAt),
                ["size_vram"] = 0,
                ["context_length"] = loaded.Context,
            });
        }

        return DemoAnswers.JsonAsync(context, new JsonObject { ["models"] = models });
    }

    public async Task ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (request, complaint) = await DemoRequest.ReadAsync(context, cancellationToken);
        if (request is null || request.Model.Length == 0)
        {
            await DemoAnswers.ErrorAsync(context, 400, complaint ?? "model is required");
            return;
        }

        if (host.Shelf.Find(request.Model) is not { } model)
        {
            await DemoAnswers.ErrorAsync(context, 404, $"model '{DemoNames.Full(request.Model)}' not found");
            return;
        }

        var at = host.Shelf.Held.FirstOrDefault(held => held.Model == model).At;
        await DemoAnswers.JsonAsync(context, new JsonObject
        {
            ["license"] = "A demo model: scripted answers, no weights.",
            ["modelfile"] = $"# A demo model of the sandbox. There is no file behind it.\nFROM {model.Tag}\nTEMPLATE \"\"\"{Template}\"\"\"\nPARAMETER stop user:\n",
            ["parameters"] = "stop                           \"user:\"",
            ["template"] = Template,
            ["details"] = Details(model),
            ["model_info"] = new JsonObject
            {
                ["general.architecture"] = DemoModel.Family,
                ["general.file_type"] = 15,
                ["general.parameter_count"] = model.ParameterCount,
                ["general.quantization_version"] = 2,
                ["demo.context_length"] = model.ContextLength,
                ["demo.embedding_length"] = DemoModel.EmbeddingLength,
                ["demo.block_count"] = 1,
            },
            ["tensors"] = new JsonArray(),
            ["capabilities"] = Texts(model.Capabilities),
            ["modified_at"] = DemoAnswers.Instant(at),
        });
    }

    public async Task DeleteAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (request, complaint) = await DemoRequest.ReadAsync(context, cancellationToken);
        if (request is null || request.Model.Length == 0)
        {
            await DemoAnswers.ErrorAsync(context, 400, complaint ?? "model is required");
        }
        else if (host.Shelf.Find(request.Model) is not { } model || !host.Shelf.Remove(model))
        {
            await DemoAnswers.ErrorAsync(context, 404, $"model '{request.Model}' not found");
        }
        else
        {
            host.Memory.Forget(model);
            context.Response.ContentLength = 0;
        }
    }

    private static JsonObject Details(DemoModel model) => new()
    {
        ["parent_model"] = "",
        ["format"] = "gguf",
        ["family"] = DemoModel.Family,
        ["families"] = new JsonArray(DemoModel.Family),
        ["parameter_size"] = model.ParameterSize,
        ["quantization_level"] = model.Quantization,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
