namespace Bot.Presentation.Moderation;

/// <summary>Settings that are shown together.</summary>
/// <param name="Id">In the ids of buttons.</param>
internal sealed record SettingsPage(string Id, string Name, IReadOnlyList<SettingsEntry> Entries);
