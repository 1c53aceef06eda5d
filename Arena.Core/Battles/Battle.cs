using Arena.Core.Inference;

namespace Arena.Core.Battles;

/// <summary>
/// A battle as it is stored. <see cref="ModelA"/> and <see cref="ModelB"/> are for the arena's own use: nothing that a
/// member can read may name them before the battle is settled.
/// </summary>
public sealed record Battle
{
    public required BattleId Id { get; init; }

    /// <summary>Rated, or only shown.</summary>
    public BattleKind Kind { get; init; }

    public required ServerId Server { get; init; }
    public required ChannelId Channel { get; init; }

    /// <summary>The battle's message; null until it is posted.</summary>
    public MessageId? Message { get; init; }

    public required MemberId Starter { get; init; }

    /// <summary>The prompt as the models get it, see <see cref="Prompts.PromptRules"/>.</summary>
    public required string Prompt { get; init; }

    public required PromptSource Source { get; init; }

    /// <summary>ISO 639-1 code of the prompt's language, or <c>und</c>; null where nobody looked.</summary>
    public string? Language { get; init; }

    /// <summary>One of the prompt categories; null when nobody said one and it is not clear.</summary>
    public string? Category { get; init; }

    /// <summary>Who said the category, or that there is none; null where nobody did, or where it is not known any more.</summary>
    public CategorySource? CategorySource { get; init; }

    public required BattleState State { get; init; }

    /// <summary>Tag of the model on side A.</summary>
    public required string ModelA { get; init; }

    /// <summary>Tag of the model on side B.</summary>
    public required string ModelB { get; init; }

    /// <summary>The probability with which this pair (in any order) was drawn.</summary>
    public required double PairProbability { get; init; }

    /// <summary>The probability it would have had in a uniform draw of the same pairs: one over their number.</summary>
    public required double UniformProbability { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? GeneratingAt { get; init; }
    public DateTimeOffset? VotingOpenedAt { get; init; }
    public DateTimeOffset? ClosesAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }
    public SettleCause? SettleCause { get; init; }
    public DateTimeOffset? VoidedAt { get; init; }
    public VoidReason? VoidReason { get; init; }

    /// <summary>Counted ballots at which the vote closes.</summary>
    public required int Quorum { get; init; }

    /// <summary>Counted ballots that Reveal needs.</summary>
    public required int MinimumBallots { get; init; }

    /// <summary>How long its vote is open, from both answers being complete.</summary>
    public TimeSpan VotingTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Its vote is by buttons that nobody else sees.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Its answers appear while the models write.</summary>
    public bool IsStreamed { get; init; } = true;

    /// <summary>How both models are asked.</summary>
    public SamplingPreset Preset { get; init; } = SamplingPreset.Balanced;

    /// <summary>How often the conversation may go on after the first answers.</summary>
    public int FollowUps { get; init; }

    /// <summary>The turn of the conversation that is asked or answered; 1 is the prompt.</summary>
    public int Turn { get; init; } = 1;

    /// <summary>What is asked in <see cref="Turn"/>, as the models get it; null in the first, which asks the prompt.</summary>
    public string? Question { get; init; }

    /// <summary>Grows whenever the conversation goes on or a turn is taken back, so that it tells the newer of two states.</summary>
    public int Round { get; init; }

    /// <summary>Why the last question asked further was taken back; null where that did not happen.</summary>
    public VoidReason? TurnDropped { get; init; }

    /// <summary>Its conversation may go on, as long as nobody has voted.</summary>
    public bool MayGoOn => State == BattleState.Voting && Turn <= FollowUps;

    /// <summary>What its ballots weigh in the ratings, from 0 to 1: less than 1 where its prompt is one repeated too often.</summary>
    public double Damping { get; init; } = 1;

    /// <summary>Set once it is settled, when an answer says which model it is of.</summary>
    public IdentityLeak? Leak { get; init; }

    /// <summary>Answers that nobody is shown, because they were reported.</summary>
    public Sides Hidden { get; init; }

    /// <summary>Nobody is shown the prompt, because it was reported.</summary>
    public bool IsPromptHidden { get; init; }

    /// <summary>Something of it is hidden, and a moderator has yet to look at it.</summary>
    public bool IsReported { get; init; }

    /// <summary>Its prompt and answers are no longer kept.</summary>
    public bool AreTextsDropped { get; init; }

    /// <summary>How often its present turn started again, after a restart of the arena or a node that went away.</summary>
    public int Restarts { get; init; }

    /// <summary>Settled or void: nothing about it changes any more.</summary>
    public bool IsOver => State is BattleState.Settled or BattleState.Void;

    /// <summary>Queued or generating: voting is still ahead.</summary>
    public bool IsWaiting => State is BattleState.Queued or BattleState.Generating;

    /// <summary>Counted ballots without which this does not close the vote.</summary>
    internal int BallotsNeeded(SettleCause cause) => cause switch
    {
        Battles.SettleCause.Quorum => Quorum,
        Battles.SettleCause.Reveal => MinimumBallots,
        Battles.SettleCause.ClosingTime => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "No such cause."),
    };

    /// <summary>The tag of one side.</summary>
    public string ModelOf(Side side) => side == Side.A ? ModelA : ModelB;
}
