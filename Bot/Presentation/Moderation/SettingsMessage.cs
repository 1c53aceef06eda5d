using Bot.Discord.Messages;

namespace Bot.Presentation.Moderation;

/// <summary>The panel of a server's settings.</summary>
internal static class SettingsMessage
{
    private const string Field = "value";
    private const int LongestText = 4_000;
    private const int LongestValues = 4_096;
    private const int LongestSaid = 450;                                     // of a content's 2,000, each of two beside what changed elsewhere
    private const int LongestChosen = 2_000;
    private const int LongestOther = 300;

    /// <param name="place">The page, or the setting, that it shows.</param>
    /// <param name="note">What is said above it: what was changed, or why not.</param>
    public static OutgoingMessage Compose(SettingsFrame frame, string place, string? note = null)
    {
        var page = SettingsTable.FindPage(place)!;
        var chosen = page.Entries.FirstOrDefault(entry => entry.Id == place);
        var mark = SettingsFingerprint.Of(frame.Now);
        return new OutgoingMessage
        {
            Content = note,
            Ephemeral = true,
            Embeds = [Values(frame, page, chosen)],
            Components =
            [
                new ActionRow([.. SettingsTable.Pages.Select(one => Turn(one, one == page && chosen is null, one == page, mark))]),
                new ActionRow(new Component.Select(
                    new SettingsAddress(SettingsAddress.Pick, page.Id, mark).ToString(),
                    [.. page.Entries.Select(entry => new SelectOption(entry.Name, entry.Id, IsDefault: entry == chosen))], "Choose a setting to change")),
                .. chosen is null ? [] : Editor(frame, chosen, mark),
            ],
        };
    }

    /// <summary>The form of a setting that is written.</summary>
    public static Modal Ask(SettingsFrame frame, SettingsEntry entry, SettingsEditor.Form form)
    {
        var text = form.Text(frame.Now);
        return new Modal(
            new SettingsAddress(SettingsAddress.Write, entry.Id, SettingsFingerprint.Of(frame.Now)).ToString(), entry.Name,
            new TextField(
                Field, entry.Name, form.IsLong, Required: false, MaxLength: form.IsLong ? LongestText : 100,
                Value: text.Length == 0 ? null : text, Description: form.Hint(frame)));
    }

    public static Modal AskLimits(SettingsFrame frame, SettingsEntry entry, RoleId role) => new(
        new SettingsAddress(SettingsAddress.Write, entry.Id, SettingsFingerprint.Of(frame.Now), role).ToString(),
        "Limits of a role", RoleLimitFields.Boxes(frame.Now, role));

    /// <summary>What stood in the form's box.</summary>
    public static string Written(IReadOnlyDictionary<string, string> fields) => fields.GetValueOrDefault(Field) ?? "";

    /// <summary><c>Voting time: 10 minutes → 5 minutes.</c></summary>
    public static string Changed(SettingsEntry entry, SettingsFrame before, SettingsFrame after) =>
        entry.Show(before) is { Length: <= LongestSaid } old && entry.Show(after) is { Length: <= LongestSaid } now
            ? $"{entry.Name}: {old} → {now}."
            : $"{entry.Name}: changed, as it stands below.";

    public static string Same(SettingsEntry entry, SettingsFrame frame) => entry.Editor is SettingsEditor.RoleLimits
        ? "Those limits stand already, so nothing changed."
        : $"{entry.Name} is {entry.Show(frame)} already, so nothing changed.";

    public static string Refused(SettingsEntry entry, SettingsFrame frame, string why) => entry.Editor is SettingsEditor.RoleLimits
        ? $"{why} No limit changed."
        : $"{why} Nothing changed. {entry.Name}: {entry.Show(frame)}.";

    /// <summary>What others changed since the panel was drawn; null for nothing.</summary>
    public static string? Meanwhile(string fingerprint, SettingsFrame frame)
    {
        const int most = 5;
        var changed = SettingsFingerprint.Changed(fingerprint, frame.Now);
        if (changed.Count == 0)
            return null;
        var more = changed.Count > most ? $"; and {Numbers.Count(changed.Count - most, "other")}" : "";
        return $"Changed elsewhere since this panel was drawn: {string.Join("; ", changed.Take(most).Select(entry => $"{entry.Name} to {Short(entry.Show(frame))}"))}{more}.";
    }

    private static Embed Values(SettingsFrame frame, SettingsPage page, SettingsEntry? chosen)
    {
        var about = chosen is null
            ? "Choose a setting below to change it. What changes holds from the next battle on."
            : $"**{chosen.Name}**. {chosen.About}{Limits(frame, chosen)} The operator's default: {chosen.ShowDefault(frame)}.";
        return new Embed
        {
            Title = $"Settings: {page.Name}",
            Description = Description(entry => entry.Show(frame)) is { Length: <= LongestValues } whole
                ? whole
                : Description(entry => Opening(entry.Show(frame), entry == chosen ? LongestChosen : LongestOther)),
            Footer = "Who moderates here is set with /arena moderators.",
        };

        string Description(Func<SettingsEntry, string> show)
        {
            var lines = page.Entries.Select(entry => $"{(entry == chosen ? "▸ " : "")}**{entry.Name}**: {show(entry)}{Warning(frame, entry)}");
            return $"{string.Join('\n', lines)}\n\n{about}";
        }
    }

    /// <summary>What of a long list fits; never a part of a mention.</summary>
    private static string Opening(string list, int longest) =>
        list.Length <= longest ? list : $"{list[..Math.Max(0, list.LastIndexOfAny(['\n', ' '], longest))].TrimEnd(',', ' ')} …";

    private static string Limits(SettingsFrame frame, SettingsEntry entry) => entry.Editor is SettingsEditor.Form form ? $" {form.Hint(frame)}." : "";

    private static string Warning(SettingsFrame frame, SettingsEntry entry) =>
        entry.Editor is SettingsEditor.Channels channels && channels.Get(frame.Now) is { Count: > 0 } chosen && !chosen.Any(frame.Has)
            ? "; choose another"
            : "";

    private static Component.Button Turn(SettingsPage page, bool isHere, bool isOpen, string mark) => new(
        new SettingsAddress(SettingsAddress.Page, page.Id, mark).ToString(), page.Name, isOpen ? ButtonStyle.Primary : ButtonStyle.Secondary, Disabled: isHere);

    private static IEnumerable<ActionRow> Editor(SettingsFrame frame, SettingsEntry entry, string mark)
    {
        string Id(string deed) => new SettingsAddress(deed, entry.Id, mark).ToString();
        var back = new Component.Button(
            Id(SettingsAddress.Default), "Back to the default", Disabled: SettingsFingerprint.Changed(mark, entry.Restore(frame.Now, frame.Defaults)).Count == 0);
        switch (entry.Editor)
        {
            case SettingsEditor.Form:
                return [new ActionRow(new Component.Button(Id(SettingsAddress.Ask), "Change…", ButtonStyle.Primary), back)];
            case SettingsEditor.Menu menu when menu.Options(frame) is { Count: > 0 } options:
                return [new ActionRow(new Component.Select(Id(SettingsAddress.Choose), options, entry.Name)), new ActionRow(back)];
            case SettingsEditor.Channels channels:
                var chosen = channels.Get(frame.Now);
                IReadOnlyList<Component> buttons = chosen.All(frame.Has) ? [back] : [new Component.Button(Id(SettingsAddress.Clean), "Remove deleted channels"), back];
                return
                [
                    new ActionRow(new Component.ChannelSelect(
                        Id(SettingsAddress.Choose), [.. chosen.Where(frame.Has)], channels.Kinds, entry.Name, MinValues: 0, MaxValues: channels.Most)),
                    new ActionRow(buttons),
                ];
            case SettingsEditor.RoleLimits:
                var limits = RoleLimitFields.Options(frame);
                return
                [
                    new ActionRow(new Component.RoleSelect(Id(SettingsAddress.Limit), [], "Choose a role to set its limits")),
                    .. limits.Count == 0
                        ? Array.Empty<ActionRow>()
                        : [new ActionRow(new Component.Select(Id(SettingsAddress.Remove), limits, "Remove the limits of roles", MaxValues: limits.Count))],
                    new ActionRow(back),
                ];
            default:
                return [new ActionRow(back)];
        }
    }

    private static string Short(string text) => text.Length <= 120 ? text : "another value";
}
