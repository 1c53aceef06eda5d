using Dapper;

namespace Arena.Core.Storage;

/// <summary>
/// Which ballots count: this is said here and nowhere else. A ballot counts unless its member is banned, it was unfit when it was cast, moderators exclude it, or an
/// answer of its battle says which model it is of; the verdict of a settled battle follows.
/// </summary>
internal static class BallotCounting
{
    private const string Count = """
        update ballots set (counted, reason) = (
            select why is null, why from (select coalesce(
                case when ballots.banned then 'Banned' end,
                ballots.unfit,
                case when ballots.exclusion_id is not null then 'Excluded' end,
                (select 'IdentityLeak' from battles where id = ballots.battle_id and leak is not null)) as why))
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
