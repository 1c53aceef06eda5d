namespace Bot.Configuration;

/// <summary>Lays the environment over what the file says.</summary>
internal static class SettingOverrides
{
    private const string Prefix = "ARENA_";

    public static SettingValues Apply(SettingValues values, ArenaEnvironment environment, ICollection<Complaint> complaints)
    {
        values = ApplyOllamaHost(values, environment, complaints);
        foreach (var setting in Settings.All)
        {
            if (environment[setting.Variable] is not { } text)
                continue;

            var faults = new List<Fault>();
            var value = setting.Parse(text, faults);
            foreach (var fault in faults)
                complaints.Add(new Complaint(Complaint.Environment, fault.Key, fault.Value, fault.Expectation));

            values = faults.Count == 0 ? values.With(setting, value, setting.Variable) : values;
        }

        return values;
    }

    /// <summary>Names that are nearly one of ours: likely a slip, but the environment belongs to others too, so no error.</summary>
    public static IEnumerable<string> Notes(ArenaEnvironment environment)
    {
        var known = Settings.All.Select(setting => setting.Variable).Concat(EnvironmentVariable.All.Select(variable => variable.Name)).ToList();
        foreach (var name in environment.Names.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            // Compared without the common prefix, which would make everything look alike.
            if (DidYouMean.Find(name[Prefix.Length..], known.Where(other => other.StartsWith(Prefix, StringComparison.Ordinal)).Select(other => other[Prefix.Length..])) is { } nearest)
                yield return $"{name} is set in the environment and means nothing here. Did you mean {Prefix}{nearest}?";
        }
    }

    private static SettingValues ApplyOllamaHost(SettingValues values, ArenaEnvironment environment, ICollection<Complaint> complaints)
    {
        var name = EnvironmentVariable.OllamaHost.Name;
        if (environment[name] is not { } text)
            return values;

        if (NodeAddress.TryParse(text, out var node))
            return values.With(Settings.Nodes, new[] { node }, name);

        complaints.Add(new Complaint(Complaint.Environment, name, $"\"{text}\"", NodeAddress.Expectation));
        return values;
    }
}
