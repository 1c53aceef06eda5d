namespace Arena.Core.Servers;

/// <summary>
/// The rules of one server. A value, so what its moderators change shows from the next battle on: each battle keeps those it was started
/// with.
/// </summary>
public sealed record ServerSettings
{
    /// <summary>Channels where battles may start, their threads and posts included; none here means all.</summary>
    public IReadOnlyList<ChannelId> BattleChannels { get; init; } = [];

    /// <summary>How long a vote is open, from both answers being complete.</summary>
    public TimeSpan VotingTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Counted ballots at which the vote closes early.</summary>
    public int Quorum { get; init; } = 25;

    /// <summary>Counted ballots that Reveal needs.</summary>
    public int MinimumBallots { get; init; } = 1;

    /// <summary>Votes by buttons that nobody else sees, instead of reactions.</summary>
    public bool SecretBallot { get; init; }

    /// <summary>How old an account must be for its ballots to count.</summary>
    public TimeSpan AccountAge { get; init; }

    /// <summary>How long a member must have been in the server for their ballots to count.</summary>
    public TimeSpan MembershipAge { get; init; }

    /// <summary>Between two battles of one member.</summary>
    public TimeSpan Cooldown { get; init; }

    /// <summary>Battles that a member may start within 24 hours; null for any number.</summary>
    public int? DailyBattles { get; init; }

    /// <summary>Other limits for those who have a role. Of several roles, for each of the two limits the most generous one holds.</summary>
    public IReadOnlyList<RoleLimit> RoleLimits { get; init; } = [];

    /// <summary>Whether answers appear while the models write; off, they appear when both are complete.</summary>
    public bool Streaming { get; init; } = true;

    /// <summary>Name of the sampling preset of battles that name none.</summary>
    public string Preset { get; init; } = "balanced";

    /// <summary>Characters (code points) a prompt may have.</summary>
    public int MaxPromptCharacters { get; init; } = 2_000;

    /// <summary>How often a conversation may go on after the first answers; 0 for never.</summary>
    public int FollowUpTurns { get; init; } = 2;

    /// <summary>Those who have this role are moderators beside those with Manage Server.</summary>
    public RoleId? ModeratorRole { get; init; }

    /// <summary>Where each battle's result is posted besides; null for nowhere.</summary>
    public ChannelId? ResultsChannel { get; init; }

    /// <summary>Where moderators are told what needs them; null for the channel of the server's last battle.</summary>
    public ChannelId? NoticesChannel { get; init; }

    /// <summary>Where the daily summary is posted; null for nowhere.</summary>
    public ChannelId? SummaryChannel { get; init; }

    /// <summary>The hour of the day of the summary, 0 to 23, in <see cref="TimeZone"/>.</summary>
    public int SummaryHour { get; init; } = 9;

    /// <summary>An IANA time zone, such as <c>Europe/Berlin</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Words and phrases that no prompt here may contain.</summary>
    public IReadOnlyList<string> BlockedPhrases { get; init; } = [];

    /// <summary>How long texts of prompts and answers are kept after a battle; null for as long as the database.</summary>
    public TimeSpan? TextRetention { get; init; }

    /// <summary>Colours of pictures: <c>dark</c>, <c>light</c>…; null for the operator's choice.</summary>
    public string? Theme { get; init; }
}
