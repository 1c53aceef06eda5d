using System.Text;
using Arena.Core.Servers;

namespace Bot.Presentation.Moderation;

/// <summary>
/// How the settings stood when a panel was drawn, small enough for the ids of its buttons: two letters for each. So a panel can say what others
/// changed since, also after a restart.
/// </summary>
internal static class SettingsFingerprint
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static string Of(ServerSettings settings) => string.Concat(SettingsTable.Entries.Select(entry => Mark(entry, settings)));

    /// <summary>The settings that differ from those of the fingerprint; none of one that another version drew.</summary>
    public static IReadOnlyList<SettingsEntry> Changed(string fingerprint, ServerSettings now) => fingerprint.Length != 2 * SettingsTable.Entries.Count
        ? []
        : [.. SettingsTable.Entries.Where((entry, index) => fingerprint.Substring(2 * index, 2) != Mark(entry, now))];

    private static string Mark(SettingsEntry entry, ServerSettings settings)
    {
        var hash = 2166136261u;                                              // FNV-1a: the same in every process
        foreach (var b in Encoding.UTF8.GetBytes(Written(entry, settings)))
            hash = (hash ^ b) * 16777619u;
        hash ^= hash >> 16;
        return string.Concat(Letters[(int)(hash & 63)], Letters[(int)((hash >> 6) & 63)]);
    }

    /// <summary>All of the value, where what is shown leaves something out.</summary>
    private static string Written(SettingsEntry entry, ServerSettings settings) =>
        entry.Editor is SettingsEditor.Form form ? form.Text(settings) : entry.Show(new SettingsFrame(default, settings, settings));
}
