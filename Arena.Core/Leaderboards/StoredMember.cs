using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>What a member's summary is made of.</summary>
/// <param name="Ballots">The member's ballots in settled battles, in no order.</param>
/// <param name="Models">The models of the roster, whatever their status.</param>
/// <param name="Started">How many settled battles of the scope the member started.</param>
internal sealed record StoredMember(IReadOnlyList<MemberBallot> Ballots, IReadOnlyList<Model> Models, int Started);
