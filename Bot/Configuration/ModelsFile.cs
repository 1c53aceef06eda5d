using Arena.Core.Inference;
using Arena.Core.Roster;

namespace Bot.Configuration;

/// <summary>Reads <c>models.json</c>: a list of <c>{ "tag", "displayName"?, "kind"? }</c>.</summary>
internal static class ModelsFile
{
    private static readonly Dictionary<string, ModelKind> Kinds = new(StringComparer.Ordinal)
    {
        ["pretrained"] = ModelKind.Pretrained,
        ["fine-tuned"] = ModelKind.FineTuned,
        ["instruct"] = ModelKind.Instruct,
        ["rl-tuned"] = ModelKind.RlTuned,
    };

    private static readonly string[] Keys = ["tag", "displayName", "kind"];

    /// <summary>A missing file is an empty list: the roster starts empty.</summary>
    public static IReadOnlyList<ModelSeed> Read(string path, ICollection<Complaint> complaints)
    {
        if (!File.Exists(path))
            return [];

        var models = new List<ModelSeed>();
        foreach (var entry in ListFile.Read(path, "a list of models: [ { \"tag\": \"qwen2.5:7b\" } ]", Keys, complaints))
        {
            var tag = entry.Required("tag", tag => ModelName.TryParse(tag, out _, out _), "an Ollama tag like \"qwen2.5:7b\"");
            var name = entry.Optional("displayName", name => name.Length <= 80, "a name of 1 to 80 characters");
            var kind = entry.Optional("kind", Kinds.ContainsKey, $"one of {string.Join(", ", Kinds.Keys.Select(kind => $"\"{kind}\""))}");
            if (tag is not null && models.Any(model => ModelName.Same(model.Tag, tag)))
            {
                entry.Complain("tag", $"\"{tag}\" again", "each model once");
            }
            else if (tag is not null)
            {
                models.Add(new ModelSeed(tag, name, kind is null ? null : Kinds[kind]));
            }
        }

        return models;
    }
}
