namespace Arena.Core.Battles;

/// <summary>The rules of battles as the operator set them. A server may have others, see <see cref="Servers.ServerSettings"/>; every battle keeps those it was started with.</summary>
public sealed record BattleOptions
{
    /// <summary>How long a vote is open, from both answers being complete.</summary>
    public TimeSpan VotingTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Counted ballots at which the vote closes early.</summary>
    public int Quorum { get; init; } = 25;

    /// <summary>Counted ballots that Reveal needs. A vote that reaches its closing time settles with any number.</summary>
    public int MinimumBallots { get; init; } = 1;

    /// <summary>Characters (code points) a prompt may have; a longer one is refused.</summary>
    public int MaxPromptCharacters { get; init; } = 2_000;

    /// <summary>Battles of one member, in one server, that may wait or be answered at the same time.</summary>
    public int WaitingPerMember { get; init; } = 3;

    /// <summary>Battles of one server that may wait or be answered at the same time.</summary>
    public int WaitingPerServer { get; init; } = 20;

    /// <summary>How the two models of a battle are drawn.</summary>
    public PairDrawing Draw { get; init; } = PairDrawing.Informative;

    /// <summary>How answers appear while the models write.</summary>
    public RevealOfText Streaming { get; init; } = RevealOfText.Paced;

    /// <summary>The reading pace, in tokens (of about four characters) a second.</summary>
    public double PaceTokensPerSecond { get; init; } = 40;

    /// <summary>Whether the two sides answer at the same time, or one after the other.</summary>
    public bool SidesAtOnce { get; init; }

    /// <summary>How long a battle waits for models that cannot be reached, before it is void.</summary>
    public TimeSpan WaitBound { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Seed of the arena's dice; null for dice that nobody can foresee.</summary>
    public int? Seed { get; init; }
}
