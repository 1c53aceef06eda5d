using Bot.Configuration;

namespace Bot.Tests.Configuration;

/// <summary>A configuration folder and an environment of its own, in a temporary folder that goes when the test does.</summary>
internal sealed class ConfigurationCase : IDisposable
{
    public const string RealToken = "MTA0MjE1NzE5OTYxNzg4NDE2MA.GkT3-x.zL8q0pW5n_Rr2yV7uHc1aBdEfGhIjKlMnOpQrS";

    private readonly TempFolder _root = new();
    private readonly Dictionary<string, string> _variables = [];

    public ConfigurationCase()
    {
        Folder = Path.Combine(Root, "config");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(PromptsPath, """[{"category":"math","text":"What is 2 + 2?"},{"category":"coding","text":"Sort a list."}]""");
    }

    public string Root => _root.Path;

    public string Folder { get; }

    public string ArenaPath => Path.Combine(Folder, "arena.json");

    public string ModelsPath => Path.Combine(Folder, "models.json");

    public string PromptsPath => Path.Combine(Folder, "prompts.json");

    public ArenaEnvironment Environment => new(_variables, Root, Path.Combine(Root, "program"));

    public ConfigurationCase Arena(string json)
    {
        File.WriteAllText(ArenaPath, json);
        return this;
    }

    public ConfigurationCase Models(string json)
    {
        File.WriteAllText(ModelsPath, json);
        return this;
    }

    public ConfigurationCase Prompts(string json)
    {
        File.WriteAllText(PromptsPath, json);
        return this;
    }

    public ConfigurationCase With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public ArenaConfiguration Load() => ArenaConfiguration.Load(Environment);

    /// <summary>The complaints as an operator reads them, with the folder's path left out.</summary>
    public IReadOnlyList<string> Complaints()
    {
        var complaints = new List<Complaint>();
        ArenaConfiguration.Read(Environment, complaints);
        return [.. complaints.Select(complaint => complaint.ToString().Replace(Folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal))];
    }

    public void Dispose() => _root.Dispose();
}
