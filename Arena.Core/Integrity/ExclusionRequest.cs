namespace Arena.Core.Integrity;

/// <summary>Which ballots are to be taken out of the ratings.</summary>
/// <param name="Server">Only ballots in battles of this server.</param>
/// <param name="Members">Whose.</param>
/// <param name="Reason">For the audit and the list.</param>
/// <param name="By">The moderator.</param>
public sealed record ExclusionRequest(ServerId Server, IReadOnlyCollection<MemberId> Members, string Reason, MemberId By);
