using Arena.Core.Battles;

namespace Arena.Core.Storage;

/// <summary>A row of <c>battles</c>, as far as a <see cref="Battle"/> holds it.</summary>
internal sealed record BattleRow
{
    public const string Columns = """
        id, server_id, channel_id, message_id, starter_id, prompt, source, language, category, category_source, state, model_a, model_b,
        pair_probability, uniform_probability, created_at, generating_at, voting_opened_at, closes_at, quorum,
        minimum_ballots, restarts, settled_at, settle_cause, voided_at, void_reason, kind, voting_ms, is_secret, is_streamed, preset, sampling,
        follow_ups, turn, round, turn_dropped, damping, leak, leak_words, hidden, prompt_hidden,
        (hidden is not null or prompt_hidden) and exists (select 1 from reports where battle_id = battles.id and state = 'Open') as is_reported, texts_dropped_at,
        (select t.prompt from turns t where t.battle_id = battles.id and t.turn = battles.turn) as question
        """;

    public long Id { get; init; }
    public long ServerId { get; init; }
    public long ChannelId { get; init; }
    public long? MessageId { get; init; }
    public long StarterId { get; init; }
    public string Prompt { get; init; } = "";
    public string Source { get; init; } = "";
    public string? Language { get; init; }
    public string? Category { get; init; }
    public string? CategorySource { get; init; }
    public string State { get; init; } = "";
    public string ModelA { get; init; } = "";
    public string ModelB { get; init; } = "";
    public double PairProbability { get; init; }
    public double UniformProbability { get; init; }
    public long CreatedAt { get; init; }
    public long? GeneratingAt { get; init; }
    public long? VotingOpenedAt { get; init; }
    public long? ClosesAt { get; init; }
    public int Quorum { get; init; }
    public int MinimumBallots { get; init; }
    public int Restarts { get; init; }
    public long? SettledAt { get; init; }
    public string? SettleCause { get; init; }
    public long? VoidedAt { get; init; }
    public string? VoidReason { get; init; }
    public string Kind { get; init; } = "";
    public long? VotingMs { get; init; }
    public bool IsSecret { get; init; }
    public bool IsStreamed { get; init; }
    public string? Preset { get; init; }
    public string? Sampling { get; init; }
    public int FollowUps { get; init; }
    public int Turn { get; init; }
    public int Round { get; init; }
    public string? TurnDropped { get; init; }
    public string? Question { get; init; }
    public double Damping { get; init; }
    public string? Leak { get; init; }
    public string? LeakWords { get; init; }
    public string? Hidden { get; init; }
    public bool PromptHidden { get; init; }
    public bool IsReported { get; init; }
    public long? TextsDroppedAt { get; init; }

    public Battle ToBattle() => new()
    {
        Id = new BattleId(Id),
        Server = new ServerId(Storage.Columns.Snowflake(ServerId)),
        Channel = new ChannelId(Storage.Columns.Snowflake(ChannelId)),
        Message = MessageId is { } message ? new MessageId(Storage.Columns.Snowflake(message)) : null,
        Starter = new MemberId(Storage.Columns.Snowflake(StarterId)),
        Prompt = Prompt,
        Source = Storage.Columns.Parse<PromptSource>(Source),
        Language = Language,
        Category = Category,
        CategorySource = Storage.Columns.ParseOrNull<CategorySource>(CategorySource),
        State = Storage.Columns.Parse<BattleState>(State),
        ModelA = ModelA,
        ModelB = ModelB,
        PairProbability = PairProbability,
        UniformProbability = UniformProbability,
        CreatedAt = Storage.Columns.Instant(CreatedAt),
        GeneratingAt = Storage.Columns.Instant(GeneratingAt),
        VotingOpenedAt = Storage.Columns.Instant(VotingOpenedAt),
        ClosesAt = Storage.Columns.Instant(ClosesAt),
        Quorum = Quorum,
        MinimumBallots = MinimumBallots,
        Restarts = Restarts,
        SettledAt = Storage.Columns.Instant(SettledAt),
        SettleCause = Storage.Columns.ParseOrNull<SettleCause>(SettleCause),
        VoidedAt = Storage.Columns.Instant(VoidedAt),
        VoidReason = Storage.Columns.ParseOrNull<VoidReason>(VoidReason),
        Kind = Storage.Columns.Parse<BattleKind>(Kind),
        VotingTime = VotingMs is { } voting ? TimeSpan.FromMilliseconds(voting) : TimeSpan.FromMinutes(10),
        IsSecret = IsSecret,
        IsStreamed = IsStreamed,
        Preset = PresetColumn.Read(Preset, Sampling),
        FollowUps = FollowUps,
        Turn = Turn,
        Round = Round,
        TurnDropped = Storage.Columns.ParseOrNull<VoidReason>(TurnDropped),
        Question = Question,
        Damping = Damping,
        Leak = Leak is { } sides ? new IdentityLeak(Storage.Columns.Parse<Sides>(sides), LeakWords ?? "") : null,
        Hidden = Storage.Columns.ParseOrNull<Sides>(Hidden) ?? Sides.None,
        IsPromptHidden = PromptHidden,
        IsReported = IsReported,
        AreTextsDropped = TextsDroppedAt is not null,
    };
}
