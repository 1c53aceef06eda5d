namespace Bot.Configuration;

/// <summary>Finds the folder with the configuration files.</summary>
internal static class ConfigFolder
{
    public const string Name = "config";
    public const string SettingsFile = "arena.json";
    public const string ModelsFile = "models.json";
    public const string PromptsFile = "prompts.json";

    /// <summary>
    /// ARENA_CONFIG; else <c>config</c> in the working directory or the nearest folder above it; else the one beside the program.
    /// A folder counts when at least one of the three files is in it: <c>config</c> is a common name.
    /// </summary>
    public static string Find(ArenaEnvironment environment, ICollection<Complaint> complaints)
    {
        if (environment[EnvironmentVariable.Config.Name] is { } given)
        {
            var folder = Path.GetFullPath(given, environment.WorkingDirectory);
            if (!Directory.Exists(folder))
                complaints.Add(new Complaint(Complaint.Environment, EnvironmentVariable.Config.Name, $"\"{given}\"", "a folder that exists"));

            return folder;
        }

        for (var folder = new DirectoryInfo(environment.WorkingDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Name);
            if (Holds(candidate))
                return candidate;
        }

        return Shipped(environment);
    }

    /// <summary>The configuration that came with the program.</summary>
    public static string Shipped(ArenaEnvironment environment) => Path.Combine(environment.ProgramFolder, Name);

    private static bool Holds(string folder) =>
        new[] { SettingsFile, ModelsFile, PromptsFile }.Any(file => File.Exists(Path.Combine(folder, file)));
}
