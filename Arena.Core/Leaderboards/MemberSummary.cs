namespace Arena.Core.Leaderboards;

/// <summary>A member's own ballots in one scope.</summary>
/// <param name="Scope">What is counted.</param>
/// <param name="Ballots">Ballots cast in battles that are settled.</param>
/// <param name="Counted">Of these, the counted ones.</param>
/// <param name="Started">Settled battles the member started.</param>
/// <param name="Favourites">The models the member saw, the best liked first.</param>
/// <param name="Compared">Counted ballots in battles in which others voted as well.</param>
/// <param name="Agreed">Of these, the ones that are as the verdict of the others' ballots.</param>
public sealed record MemberSummary(
    Scope Scope, int Ballots, int Counted, int Started, IReadOnlyList<Favourite> Favourites, int Compared, int Agreed)
{
    /// <summary>When the last battle settled in which the member voted; null before any.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>How often the member agrees with the community, in [0, 1]; null where nobody else voted.</summary>
    public double? Agreement => Compared == 0 ? null : (double)Agreed / Compared;
}
