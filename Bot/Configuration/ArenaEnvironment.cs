using System.Collections;

namespace Bot.Configuration;

/// <summary>
/// What surrounds a host: variables, where it was started, where the program lies. Given explicitly, so that several hosts
/// with different surroundings may live in one process. A variable that is empty or blank is not set.
/// </summary>
public sealed class ArenaEnvironment
{
    private readonly Dictionary<string, string> _variables;

    public ArenaEnvironment(IEnumerable<KeyValuePair<string, string>> variables, string workingDirectory, string programFolder)
    {
        // Windows does not tell variables apart by case, and neither may the host there.
        var comparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _variables = variables
            .Where(variable => !string.IsNullOrWhiteSpace(variable.Value))
            .ToDictionary(variable => variable.Key, variable => variable.Value.Trim(), comparer);
        WorkingDirectory = workingDirectory;
        ProgramFolder = programFolder;
    }

    public string WorkingDirectory { get; }

    /// <summary>The folder of the executable, with the shipped configuration in <c>config</c>.</summary>
    public string ProgramFolder { get; }

    public IEnumerable<string> Names => _variables.Keys;

    public string? this[string name] => _variables.GetValueOrDefault(name);

    /// <summary>The surroundings of this process.</summary>
    public static ArenaEnvironment OfProcess() => new(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, entry.Value as string ?? string.Empty)),
        Environment.CurrentDirectory,
        AppContext.BaseDirectory);
}
