using Arena.Core.Prompts;
using Arena.Core.Roster;

namespace Bot.Configuration;

/// <summary>Everything an operator has said, read and checked: files, environment, and what follows from them.</summary>
public sealed class ArenaConfiguration
{
    private readonly SettingValues _values;

    private ArenaConfiguration(string folder, SettingValues values, Reading reading)
    {
        Folder = folder;
        _values = values;
        Discord = reading.Discord;
        DataFolder = reading.DataFolder;
        DemoModels = reading.DemoModels;
        Models = reading.Models;
        Prompts = reading.Prompts;
        Notes = reading.Notes;
    }

    /// <summary>The folder the files were looked for in.</summary>
    public string Folder { get; }

    public DiscordChoice Discord { get; }

    /// <summary>Absolute.</summary>
    public string DataFolder { get; }

    /// <summary>The sandbox must play with its demo models.</summary>
    public bool DemoModels { get; }

    /// <summary>What an empty roster starts with.</summary>
    public IReadOnlyList<ModelSeed> Models { get; }

    public IReadOnlyList<LibraryPrompt> Prompts { get; }

    /// <summary>What is odd and no error, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; }

    internal SettingValues Values => _values;

    /// <exception cref="ConfigurationException">Something is wrong; every complaint is in it.</exception>
    public static ArenaConfiguration Load(ArenaEnvironment environment)
    {
        var complaints = new List<Complaint>();
        var configuration = Read(environment, complaints);
        return complaints.Count == 0 ? configuration : throw new ConfigurationException(complaints);
    }

    /// <summary>Reads what can be read, so that <c>doctor</c> can go on after a complaint.</summary>
    internal static ArenaConfiguration Read(ArenaEnvironment environment, ICollection<Complaint> complaints)
    {
        var folder = ConfigFolder.Find(environment, complaints);
        var settings = Path.Combine(folder, ConfigFolder.SettingsFile);
        var values = SettingOverrides.Apply(new SettingsFile(settings, complaints).Read(), environment, complaints);
        CheckRules(values, settings, complaints);

        var discord = DiscordRules.Choose(environment, complaints);
        var reading = new Reading(
            discord,
            DataFolderOf(environment, discord),
            DemoModelsOf(environment, discord, complaints),
            ModelsFile.Read(Path.Combine(folder, ConfigFolder.ModelsFile), complaints),
            PromptsFile.Read(PromptsPath(folder, environment), values.Get(Settings.MaxPromptCharacters), complaints),
            [.. SettingOverrides.Notes(environment)]);
        return new ArenaConfiguration(folder, values, reading);
    }

    internal T Get<T>(Setting<T> setting) => _values.Get(setting);

    private static void CheckRules(SettingValues values, string path, ICollection<Complaint> complaints)
    {
        foreach (var rule in Settings.Rules.Where(rule => !rule.Holds(values)))
        {
            var source = values.IsGiven(rule.Setting) ? values.Source(rule.Setting) : path;
            complaints.Add(new Complaint(source, rule.Setting.Key, rule.Setting.Format(values.Get(rule.Setting)), rule.Expectation));
        }
    }

    /// <summary>A folder without prompts plays with those that came with the program.</summary>
    private static string PromptsPath(string folder, ArenaEnvironment environment)
    {
        var path = Path.Combine(folder, ConfigFolder.PromptsFile);
        var shipped = Path.Combine(ConfigFolder.Shipped(environment), ConfigFolder.PromptsFile);
        return !File.Exists(path) && File.Exists(shipped) ? shipped : path;
    }

    private static string DataFolderOf(ArenaEnvironment environment, DiscordChoice discord) => Path.GetFullPath(
        environment[EnvironmentVariable.Data.Name] ?? Path.Combine("data", discord.IsSandbox ? "sandbox" : "live"),
        environment.WorkingDirectory);

    private static bool DemoModelsOf(ArenaEnvironment environment, DiscordChoice discord, ICollection<Complaint> complaints)
    {
        var name = EnvironmentVariable.Models.Name;
        switch (environment[name])
        {
            case null:
                return false;
            case "demo" when discord.IsSandbox:
                return true;
            case "demo":
                complaints.Add(new Complaint(Complaint.Environment, name, "\"demo\"", "nothing beside a real token; demo models play in the sandbox only"));
                return false;
            case { } other:
                complaints.Add(new Complaint(Complaint.Environment, name, $"\"{other}\"", "\"demo\", or nothing"));
                return false;
        }
    }

    private sealed record Reading(
        DiscordChoice Discord,
        string DataFolder,
        bool DemoModels,
        IReadOnlyList<ModelSeed> Models,
        IReadOnlyList<LibraryPrompt> Prompts,
        IReadOnlyList<string> Notes);
}
