using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Privacy;

public sealed class MemberColumnsTests
{
    [Fact]
    public async Task Every_column_that_holds_a_members_id_is_known_to_privacy()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await using var connection = await arena.Database.OpenReadAsync(TestContext.Current.CancellationToken);
        var inTheTables = await connection.QueryAsync<(string, string)>("""
            select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c
            where t.type = 'table' and (c.name in ('member_id', 'starter_id') or c.name like '%\_by' escape '\')
            """);

        Assert.Equal(inTheTables.Order(), MemberColumns.All.Select(column => (column.Table, column.Column)).Order());
    }

    [Fact]
    public async Task What_a_member_is_shown_of_each_can_be_read()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await using var connection = await arena.Database.OpenReadAsync(TestContext.Current.CancellationToken);
        foreach (var column in MemberColumns.All)
            Assert.Empty(await connection.QueryAsync($"select {column.Shown} from {column.Table} where {column.Column} = 0"));
    }

    [Fact]
    public void Nothing_a_member_is_shown_tells_which_models_play() =>
        Assert.DoesNotContain(MemberColumns.All, column => column.Shown.Contains("model_", StringComparison.Ordinal));
}
