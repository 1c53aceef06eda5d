using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>What happened in a server in one day, from what has settled.</summary>
/// <param name="Day">By the server's clock.</param>
/// <param name="Battles">Battles with a counted ballot.</param>
/// <param name="Ballots">Counted ballots in them.</param>
/// <param name="Voters">Members who cast them.</param>
/// <param name="Movers">Models whose Elo here moved, those that moved most first.</param>
/// <param name="Closest">Of the battles with the most even vote the one with the most ballots; null where none had several.</param>
/// <param name="MostActive">Those who cast most counted ballots first; forgotten members are not among them.</param>
public sealed record DailySummary(
    DateOnly Day, int Battles, int Ballots, int Voters, IReadOnlyList<Mover> Movers, CloseBattle? Closest,
    IReadOnlyList<ActiveVoter> MostActive);

/// <summary>A model whose rating moved.</summary>
public sealed record Mover(string Tag, double Before, double After);

/// <summary>A battle that was nearly even.</summary>
public sealed record CloseBattle(long Battle, ChannelId Channel, MessageId? Message, string ModelA, string ModelB, Tally Tally);

/// <summary>A member, and how many of their ballots counted.</summary>
public sealed record ActiveVoter(MemberId Member, int Ballots);
