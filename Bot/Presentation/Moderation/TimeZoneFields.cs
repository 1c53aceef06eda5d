using System.Text.RegularExpressions;
using Arena.Core.Inference;

namespace Bot.Presentation.Moderation;

/// <summary>The time zone of a server, read from what a moderator wrote.</summary>
internal static partial class TimeZoneFields
{
    public static SettingsEditor Editor { get; } = new SettingsEditor.Form(
        _ => "A name of the IANA list, such as Europe/Berlin, America/New_York or UTC", of => of.TimeZone, Read);

    private static SettingsReading Read(SettingsFrame frame, string text)
    {
        var known = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Append("UTC").ToList();
        var written = text.Trim().Replace(' ', '_');
        if (known.Find(id => id.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } exact)
            return new SettingsReading.Good(frame.Now with { TimeZone = exact });
        // Old names of zones are on no list and work all the same.
        if (Name().IsMatch(written) && TimeZoneInfo.TryFindSystemTimeZoneById(written, out var zone))
            return new SettingsReading.Good(frame.Now with { TimeZone = zone.Id });
        var meant = ClosestName.Find(written, known) is { } near ? $" Did you mean {SafeText.Code(near)}?" : "";
        return new SettingsReading.Bad(
            $"{SettingsFields.Quoted(text)} is no time zone that I know.{meant} Write a name of the IANA list, such as Europe/Berlin or UTC.");
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+){0,2}\z")]
    private static partial Regex Name();
}
