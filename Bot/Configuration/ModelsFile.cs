using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Configuration;

/// <summary>Reads <c>models.json</c>: a list of <c>{ "tag", "displayName"?, "kind"? }</c>.</summary>
internal static partial class ModelsFile
{
    public static readonly IReadOnlyList<string> Kinds = ["pretrained", "fine-tuned", "instruct", "rl-tuned"];

    private static readonly string[] Keys = ["tag", "displayName", "kind"];

    /// <summary>A missing file is an empty list: the roster starts empty.</summary>
    public static IReadOnlyList<SeedModel> Read(string path, ICollection<Complaint> complaints)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var models = new List<SeedModel>();
        var tags = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in ListFile.Read(path, "a list of models: [ { \"tag\": \"qwen2.5:7b\" } ]", Keys, complaints))
        {
            var tag = entry.Required("tag", Tag().IsMatch, "an Ollama tag like \"qwen2.5:7b\"");
            var name = entry.Optional("displayName", name => name.Length <= 80, "a name of 1 to 80 characters");
            var kind = entry.Optional("kind", Kinds.Contains, $"one of {string.Join(", ", Kinds.Select(kind => $"\"{kind}\""))}");
            if (tag is not null && !tags.Add(tag))
            {
                entry.Complain("tag", $"\"{tag}\" again", "each model once");
            }
            else if (tag is not null)
            {
                models.Add(new SeedModel(tag, name, kind));
            }
        }

        return models;
    }

    // host/namespace/name:tag as Ollama writes them (types/model/name.go): parts of letters, digits, _ - and dots.
    [GeneratedRegex(@"^(?:[A-Za-z0-9_][A-Za-z0-9_.:-]*/)?(?:[A-Za-z0-9_][A-Za-z0-9_-]*/)?[A-Za-z0-9_][A-Za-z0-9_.-]*(?::[A-Za-z0-9_][A-Za-z0-9_.-]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
