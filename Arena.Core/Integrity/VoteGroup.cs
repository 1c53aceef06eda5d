namespace Arena.Core.Integrity;

/// <summary>A group of accounts whose votes on one model look agreed upon.</summary>
internal sealed record VoteGroup(string Tag, IReadOnlyList<MemberId> Members, SuspicionEvidence Evidence);
