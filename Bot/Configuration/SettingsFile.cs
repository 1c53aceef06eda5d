using System.Text.Json;

namespace Bot.Configuration;

/// <summary>Reads <c>arena.json</c> into values, complaining about every key that is unknown, doubled or out of range.</summary>
internal sealed class SettingsFile(string path, ICollection<Complaint> complaints)
{
    private static readonly Dictionary<string, Setting> Known = Settings.All.ToDictionary(setting => setting.Key);

    private static readonly HashSet<string> Sections =
        [.. Settings.All.Where(setting => setting.Key.Contains('.')).Select(setting => setting.Key[..setting.Key.IndexOf('.')])];

    private readonly HashSet<string> _seen = [];

    /// <summary>A missing file is an empty one: every setting has a default.</summary>
    public SettingValues Read()
    {
        if (!File.Exists(path))
            return SettingValues.Defaults;

        using var document = JsonFile.TryOpen(path, complaints);
        if (document is null)
            return SettingValues.Defaults;

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            complaints.Add(new Complaint(path, "the file", document.RootElement.ValueKind.ToString().ToLowerInvariant(), "an object: { … }"));
            return SettingValues.Defaults;
        }

        return ReadObject(document.RootElement, string.Empty, SettingValues.Defaults);
    }

    private SettingValues ReadObject(JsonElement section, string prefix, SettingValues values)
    {
        foreach (var property in section.EnumerateObject())
        {
            var key = prefix + property.Name;
            if (!_seen.Add(key))
            {
                complaints.Add(new Complaint(path, key, "given twice", "one value"));
            }
            else if (prefix.Length == 0 && Sections.Contains(key))
            {
                values = ReadSection(property.Value, key, values);
            }
            else if (Known.TryGetValue(key, out var setting))
            {
                values = ReadSetting(setting, property.Value, values);
            }
            else
            {
                complaints.Add(Unknown(key));
            }
        }

        return values;
    }

    private SettingValues ReadSection(JsonElement section, string key, SettingValues values)
    {
        if (section.ValueKind == JsonValueKind.Object)
            return ReadObject(section, key + ".", values);

        complaints.Add(new Complaint(path, key, section.GetRawText(), "an object: { … }"));
        return values;
    }

    private SettingValues ReadSetting(Setting setting, JsonElement element, SettingValues values)
    {
        var faults = new List<Fault>();
        var value = setting.Read(element, faults);
        foreach (var fault in faults)
            complaints.Add(new Complaint(path, fault.Key, fault.Value, fault.Expectation));

        return faults.Count == 0 ? values.With(setting, value, path) : values;
    }

    private Complaint Unknown(string key)
    {
        var names = Known.Keys.Concat(Sections);
        // Somebody who wrote "quorum" at the top meant battles.quorum, however far that is in edits.
        var sameName = Known.Keys.Where(known => known.EndsWith("." + key[(key.LastIndexOf('.') + 1)..], StringComparison.OrdinalIgnoreCase)).ToList();
        var nearest = DidYouMean.Find(key, names) ?? (sameName is [var only] ? only : null);
        return new Complaint(
            path, key, "no setting", nearest is null ? "one of the settings in docs/configuration.md" : $"a known one; did you mean {nearest}?");
    }
}
