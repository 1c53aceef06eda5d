using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Privacy;

public sealed partial class MemberColumnsTests
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
    public void The_page_on_privacy_names_every_such_column_and_calls_it_what_members_are_shown() => Assert.Equal(
        MemberColumns.All.Select(column => (column.Kind, $"{column.Table}.{column.Column}")),
        TableRow().Matches(File.ReadAllText(Page())).Select(row => (row.Groups[1].Value, row.Groups[2].Value)));

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

    private static string Page([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "privacy.md");

    [GeneratedRegex(@"^\| ([^|`]+) \| `([a-z_]+\.[a-z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
