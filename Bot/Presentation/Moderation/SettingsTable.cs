using Arena.Core.Servers;
using Bot.Discord;

namespace Bot.Presentation.Moderation;

/// <summary>
/// All settings that moderators have in their panel. What stands here is shown, edited, checked and put back; nothing else has to know of a new
/// one but <see cref="ServerSettings"/>. Who moderates is not here: that takes Manage Server, and has its own command.
/// </summary>
internal static class SettingsTable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan TenYears = TimeSpan.FromDays(3650);

    private static readonly IReadOnlyList<ChannelKind> BattleKinds = [ChannelKind.Text, ChannelKind.Forum];

    public static IReadOnlyList<SettingsPage> Pages { get; } =
    [
        new("voting", "Voting",
        [
            SettingsFields.Length(
                "voting-time", "Voting time", "How long a vote is open, from both answers being complete.",
                Minute, Week, of => of.VotingTime, (of, value) => of with { VotingTime = value!.Value }),
            SettingsFields.Number(
                "quorum", "Quorum", "The number of counted votes that closes a vote early.",
                1, _ => 1_000, Votes, of => of.Quorum, (of, value) => of with { Quorum = value!.Value }),
            SettingsFields.Number(
                "minimum", "Minimum ballots", "How many counted votes Reveal needs. At most the quorum.",
                1, _ => 1_000, Votes, of => of.MinimumBallots, (of, value) => of with { MinimumBallots = value!.Value }),
            SettingsFields.Flag(
                "secret", "Ballot", "Reactions show everybody how the vote goes; buttons keep it secret until the end.",
                "secret, by buttons", "open, by reactions", of => of.SecretBallot, (of, value) => of with { SecretBallot = value }),
            SettingsFields.Length(
                "account-age", "Account age", "How old a Discord account must be for its votes to count. Votes below it are kept and not counted.",
                TimeSpan.Zero, TenYears, of => Some(of.AccountAge), (of, value) => of with { AccountAge = value ?? TimeSpan.Zero }, "no minimum"),
            SettingsFields.Length(
                "membership-age", "Membership age", "How long somebody must have been a member here for their votes to count.",
                TimeSpan.Zero, TenYears, of => Some(of.MembershipAge), (of, value) => of with { MembershipAge = value ?? TimeSpan.Zero }, "no minimum"),
        ]),
        new("starting", "Starting",
        [
            SettingsFields.Channels(
                "battle-channels", "Battle channels", "Where battles may start, threads and posts included.",
                "all channels", 25, BattleKinds, of => of.BattleChannels, (of, value) => of with { BattleChannels = value }),
            SettingsFields.Length(
                "cooldown", "Cooldown", "Between two battles of one member.",
                TimeSpan.Zero, Week, of => Some(of.Cooldown), (of, value) => of with { Cooldown = value ?? TimeSpan.Zero }, RoleLimitFields.NoCooldown),
            SettingsFields.Number(
                "daily", "Daily limit", "Battles that one member may start within 24 hours.",
                1, _ => RoleLimitFields.MostDaily, RoleLimitFields.Daily, of => of.DailyBattles, (of, value) => of with { DailyBattles = value },
                RoleLimitFields.AnyNumber),
            new SettingsEntry(
                "role-limits", "Limits of roles",
                "Another cooldown and daily limit for those who have a role. Who has several such roles has the more generous of each.",
                new SettingsEditor.RoleLimits(), RoleLimitFields.Show, (now, defaults) => now with { RoleLimits = defaults.RoleLimits }),
            SettingsFields.Number(
                "prompt-length", "Prompt length", "How long a prompt may be. The operator's bound is the highest.",
                1, frame => frame.Defaults.MaxPromptCharacters, value => Numbers.Count(value, "character"),
                of => of.MaxPromptCharacters, (of, value) => of with { MaxPromptCharacters = value!.Value }),
            new SettingsEntry(
                "blocked", "Blocked phrases", "Words and phrases that no prompt here may contain.",
                BlockedPhraseFields.Editor, BlockedPhraseFields.Show, (now, defaults) => now with { BlockedPhrases = defaults.BlockedPhrases }),
        ]),
        new("channels", "Channels",
        [
            SettingsFields.Channel(
                "results", "Results channel", "Where each battle's result is posted besides.",
                "nowhere", of => of.ResultsChannel, (of, value) => of with { ResultsChannel = value }),
            SettingsFields.Channel(
                "notices", "Notices channel", "Where moderators are told what needs them.",
                "where the last battle was", of => of.NoticesChannel, (of, value) => of with { NoticesChannel = value }),
            SettingsFields.Channel(
                "summary", "Summary channel", "Where yesterday's battles are summed up every day.",
                "no summary", of => of.SummaryChannel, (of, value) => of with { SummaryChannel = value }),
            SettingsFields.Choice(
                "summary-hour", "Summary hour", "When the daily summary is posted, in the server's time zone.",
                _ => [.. Enumerable.Range(0, 24).Select(hour => ($"{hour}", $"{hour:00}:00"))],
                frame => $"{frame.Now.SummaryHour}", (of, value) => of with { SummaryHour = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) }),
            new SettingsEntry(
                "time-zone", "Time zone", "Where the server's day begins and ends.",
                TimeZoneFields.Editor, frame => SafeText.Plain(frame.Now.TimeZone), (now, defaults) => now with { TimeZone = defaults.TimeZone }),
        ]),
        new("answers", "Answers",
        [
            SettingsFields.Flag(
                "streaming", "Streaming", "Whether answers appear while the models write, or when both are complete.",
                "on, while the models write", "off, when both are complete", of => of.Streaming, (of, value) => of with { Streaming = value }),
            SettingsFields.Choice(
                "preset", "Sampling preset", "How models are asked to answer in battles that name no preset.",
                frame => [.. frame.Presets.Select(preset => (preset, preset))], frame => frame.Now.Preset, (of, value) => of with { Preset = value }),
            SettingsFields.Number(
                "turns", "Follow-up turns", "How often a conversation may go on after the first answers.",
                0, _ => 10, value => value == 0 ? "none" : Numbers.Count(value, "turn"), of => of.FollowUpTurns, (of, value) => of with { FollowUpTurns = value!.Value }),
        ]),
        new("look", "Privacy & look",
        [
            SettingsFields.Length(
                "retention", "Text retention", "How long the texts of prompts and answers are kept after a battle. Votes and ratings stay.",
                TimeSpan.FromDays(1), TenYears, of => of.TextRetention, (of, value) => of with { TextRetention = value }, "as long as the database"),
            SettingsFields.Choice(
                "theme", "Theme of the pictures", "The colours of boards and charts here.",
                _ => [("operator", "the operator's choice"), ("dark", "dark"), ("light", "light"), ("contrast", "high contrast")],
                frame => frame.Now.Theme ?? "operator", (of, value) => of with { Theme = value == "operator" ? null : value }),
        ]),
    ];

    public static IReadOnlyList<SettingsEntry> Entries { get; } = [.. Pages.SelectMany(page => page.Entries)];

    public static SettingsEntry? FindEntry(string id) => Entries.FirstOrDefault(entry => entry.Id == id);

    /// <summary>A page by its own id, or by that of one of its settings.</summary>
    public static SettingsPage? FindPage(string id) => Pages.FirstOrDefault(page => page.Id == id || page.Entries.Any(entry => entry.Id == id));

    /// <summary>What does not go together in these settings; null for nothing.</summary>
    public static string? Complaint(ServerSettings settings) => settings.MinimumBallots > settings.Quorum
        ? $"The minimum would be {Votes(settings.MinimumBallots)} and the quorum {Votes(settings.Quorum)}: a vote would close before it may be revealed. "
            + "The minimum may be at most the quorum."
        : null;

    private static TimeSpan? Some(TimeSpan value) => value == TimeSpan.Zero ? null : value;

    private static string Votes(int count) => Numbers.Count(count, "vote");
}
