using System.Globalization;

namespace Arena.Core.Servers;

/// <summary>How each setting of a server is written and read.</summary>
/// <param name="Name">As it stands in the database and in the audit; never changed once it is out.</param>
internal sealed record ServerSettingKey(
    string Name, Func<ServerSettings, string> Write, Func<ServerSettings, string, ServerSettings> Read);

/// <summary>All settings of a server. What is here is stored and audited; nothing else has to know of a new one.</summary>
internal static class ServerSettingKeys
{
    public static IReadOnlyList<ServerSettingKey> All { get; } =
    [
        new("battle channels", of => Join(of.BattleChannels), (of, text) => of with { BattleChannels = Channels(text) }),
        new("voting time", of => Span(of.VotingTime), (of, text) => of with { VotingTime = Span(text) }),
        new("quorum", of => Number(of.Quorum), (of, text) => of with { Quorum = Number(text) }),
        new("minimum ballots", of => Number(of.MinimumBallots), (of, text) => of with { MinimumBallots = Number(text) }),
        new("secret ballot", of => Flag(of.SecretBallot), (of, text) => of with { SecretBallot = Flag(text) }),
        new("account age", of => Span(of.AccountAge), (of, text) => of with { AccountAge = Span(text) }),
        new("membership age", of => Span(of.MembershipAge), (of, text) => of with { MembershipAge = Span(text) }),
        new("cooldown", of => Span(of.Cooldown), (of, text) => of with { Cooldown = Span(text) }),
        new("daily battles", of => Number(of.DailyBattles), (of, text) => of with { DailyBattles = NumberOrNone(text) }),
        new("role limits", of => string.Join(' ', of.RoleLimits.Select(Limit)), (of, text) => of with { RoleLimits = [.. Words(text).Select(Limit)] }),
        new("streaming", of => Flag(of.Streaming), (of, text) => of with { Streaming = Flag(text) }),
        new("preset", of => of.Preset, (of, text) => of with { Preset = text }),
        new("prompt length", of => Number(of.MaxPromptCharacters), (of, text) => of with { MaxPromptCharacters = Number(text) }),
        new("follow-up turns", of => Number(of.FollowUpTurns), (of, text) => of with { FollowUpTurns = Number(text) }),
        new("moderator role", of => Id(of.ModeratorRole?.Value), (of, text) => of with { ModeratorRole = IdOrNone(text) is { } id ? new RoleId(id) : null }),
        new("results channel", of => Id(of.ResultsChannel?.Value), (of, text) => of with { ResultsChannel = ChannelOrNone(text) }),
        new("notices channel", of => Id(of.NoticesChannel?.Value), (of, text) => of with { NoticesChannel = ChannelOrNone(text) }),
        new("summary channel", of => Id(of.SummaryChannel?.Value), (of, text) => of with { SummaryChannel = ChannelOrNone(text) }),
        new("summary hour", of => Number(of.SummaryHour), (of, text) => of with { SummaryHour = Number(text) }),
        new("time zone", of => of.TimeZone, (of, text) => of with { TimeZone = text }),
        new("blocked phrases", of => string.Join('\n', of.BlockedPhrases), (of, text) => of with { BlockedPhrases = text.Split('\n', StringSplitOptions.RemoveEmptyEntries) }),
        new("text retention", of => of.TextRetention is { } kept ? Span(kept) : None, (of, text) => of with { TextRetention = text == None ? null : Span(text) }),
        new("theme", of => of.Theme ?? None, (of, text) => of with { Theme = text == None ? null : text }),
    ];

    private const string None = "none";

    public static ServerSettingKey? Find(string name) => All.FirstOrDefault(key => key.Name == name);

    private static string Number(int? value) => value is { } number ? number.ToString(CultureInfo.InvariantCulture) : None;

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? NumberOrNone(string text) => text == None ? null : Number(text);

    private static string Flag(bool value) => value ? "on" : "off";

    private static bool Flag(string text) => text switch
    {
        "on" => true,
        "off" => false,
        _ => throw new FormatException($"'{text}' is neither on nor off."),
    };

    private static string Span(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    private static TimeSpan Span(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);

    private static string Id(ulong? value) => value is { } id ? id.ToString(CultureInfo.InvariantCulture) : None;

    private static ulong Id(string text) => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static ulong? IdOrNone(string text) => text == None ? null : Id(text);

    private static ChannelId? ChannelOrNone(string text) => IdOrNone(text) is { } id ? new ChannelId(id) : null;

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Join(IEnumerable<ChannelId> channels) => string.Join(' ', channels);

    private static IReadOnlyList<ChannelId> Channels(string text) => [.. Words(text).Select(word => new ChannelId(Id(word)))];

    // role/cooldown/daily
    private static string Limit(RoleLimit limit) => $"{limit.Role}/{Span(limit.Cooldown)}/{Number(limit.DailyBattles)}";

    private static RoleLimit Limit(string text) => text.Split('/') is [var role, var cooldown, var daily]
        ? new RoleLimit(new RoleId(Id(role)), Span(cooldown), NumberOrNone(daily))
        : throw new FormatException($"'{text}' is no limit of a role.");
}
