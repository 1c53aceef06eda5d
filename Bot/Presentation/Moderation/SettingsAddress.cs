namespace Bot.Presentation.Moderation;

/// <summary>What a button, menu or form of the panel is about; all the panel's state, in its custom id.</summary>
/// <param name="Deed">What it does.</param>
/// <param name="Place">The page, or the setting, that the panel shows.</param>
/// <param name="Fingerprint">How the settings stood when it was drawn.</param>
/// <param name="Role">The role that it is about; null for none.</param>
internal sealed record SettingsAddress(string Deed, string Place, string Fingerprint, RoleId? Role = null)
{
    public const string Page = "page";
    public const string Pick = "pick";
    public const string Ask = "ask";
    public const string Write = "write";
    public const string Choose = "choose";
    public const string Limit = "limit";
    public const string Remove = "remove";
    public const string Clean = "clean";
    public const string Default = "default";

    public override string ToString() => $"{ButtonIds.Settings}:{Deed}:{Place}:{Fingerprint}{(Role is { } role ? $":{role}" : "")}";

    /// <summary>Null for anything that this version does not write.</summary>
    public static SettingsAddress? Parse(string subject) => subject.Split(':') switch
    {
        [var deed, var place, var mark] when SettingsTable.FindPage(place) is not null => new SettingsAddress(deed, place, mark),
        [var deed, var place, var mark, var role] when SettingsTable.FindPage(place) is not null && ulong.TryParse(role, out var id) =>
            new SettingsAddress(deed, place, mark, new RoleId(id)),
        _ => null,
    };
}
