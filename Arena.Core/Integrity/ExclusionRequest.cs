namespace Arena.Core.Integrity;

/// <summary>Which ballots are to be taken out of the ratings.</summary>
/// <param name="Server">Only ballots in battles of this server.</param>
/// <param name="Members">Whose.</param>
/// <param name="Reason">For the audit and the list.</param>
/// <param name="By">The moderator.</param>
public sealed record ExclusionRequest(ServerId Server, IReadOnlyCollection<MemberId> Members, string Reason, MemberId By)
{
    /// <summary>Only ballots cast from this moment on; null for all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only ballots in battles with this model; null for all.</summary>
    public string? Tag { get; init; }
}
