using Dapper;

namespace Arena.Core.Storage;

/// <summary>
/// Which ballots count: this is said here and nowhere else. A ballot counts unless its member is banned, it was unfit when it was cast,
/// moderators exclude it, or an answer of its battle says which model it is of; the verdict of a settled battle follows.
/// </summary>
internal static class BallotCounting
{
    private static readonly string Count = $"""
        update ballots set (counted, reason) = (
            select why is null, why from (select {Why(
                "ballots.banned", "ballots.unfit", "ballots.exclusion_id", "(select leak from battles where id = ballots.battle_id)")} as why))
        where battle_id in @Battles
        """;

    // As Tally.Verdict has it.
    private const string Judge = """
        update battles set verdict = (
            select case when n = 0 then null when a > b and a >= level then 'A' when b > a and b >= level then 'B' else 'Tie' end
            from (
                select count(*) as n, total(choice = 'A') as a, total(choice = 'B') as b, total(choice in ('Tie', 'BothBad')) as level
                from ballots where battle_id = battles.id and counted = 1))
        where id in @Battles and state = 'Settled'
        """;

    /// <summary>An expression of SQL: why a ballot does not count, or null if it does.</summary>
    /// <param name="banned">Expressions of SQL, each.</param>
    /// <param name="unfit">Null if it was fit when it was cast.</param>
    /// <param name="exclusion">Null if it is not excluded.</param>
    /// <param name="leak">Null if no answer says whose it is.</param>
    public static string Why(string banned, string unfit, string exclusion, string leak) => $"""
        coalesce(
            case when {banned} then 'Banned' end,
            {unfit},
            case when {exclusion} is not null then 'Excluded' end,
            case when {leak} is not null then 'IdentityLeak' end)
        """;

    /// <summary>Counts the ballots of these battles anew. The ratings are the caller's to compute again.</summary>
    public static void Recount(WriteScope scope, IReadOnlyCollection<long> battles)
    {
        foreach (var some in battles.Chunk(500))
        {
            scope.Connection.Execute(Count, new { Battles = some }, scope.Transaction);
            scope.Connection.Execute(Judge, new { Battles = some }, scope.Transaction);
        }
    }
}
