using System.Collections.Concurrent;

namespace Arena.Core.Battles.Voting;

/// <summary>A battle whose vote is open, or about to be: what counting ballots needs at hand.</summary>
internal sealed class OpenBattle(Battle battle, MessageId message)
{
    private ConcurrentDictionary<(MemberId, Choice), bool>? _since;

    public BattleId Id { get; } = battle.Id;

    public MessageId Message { get; } = message;

    public ServerId Server { get; } = battle.Server;

    /// <summary>Its vote is by buttons; reactions mean nothing.</summary>
    public bool IsSecret { get; } = battle.IsSecret;

    public ChannelId Channel { get; } = battle.Channel;

    public int Quorum { get; } = battle.Quorum;

    /// <summary>Counted ballots, to notice the quorum; null when it must be counted anew. Kept by <see cref="IBallotStore"/>.</summary>
    public int? Counted { get; set; }

    /// <summary>Somebody reacted before the vote was open. Set by <see cref="IBallotStore"/>, in the order of what it stores, so it is known when the vote opens.</summary>
    public bool HadEarlyReactions { get; set; }

    /// <summary>An event of this member and choice came; called before it is stored.</summary>
    public void Note(MemberId member, Choice choice) => _since?.TryAdd((member, choice), true);

    /// <summary>From now on events are noted: they are newer than what a reading of the message that begins now will show.</summary>
    public void BeginReading() => _since = new ConcurrentDictionary<(MemberId, Choice), bool>();

    public void EndReading() => _since = null;

    /// <summary>Choices of the member whose events came since the reading began.</summary>
    public IReadOnlySet<Choice> Since(MemberId member) =>
        _since is { IsEmpty: false } since
            ? since.Keys.Where(key => key.Item1 == member).Select(key => key.Item2).ToHashSet()
            : NoChoices;

    private static IReadOnlySet<Choice> NoChoices { get; } = new HashSet<Choice>();
}
