using System.Text;
using System.Text.Json;
using Arena.Core.Exchange;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Arena.Core.Tests.Leaderboards;
using Dapper;

namespace Arena.Core.Tests.Exchange;

public sealed class ServerExportTests
{
    private static readonly ServerId One = new(100);
    private static readonly ServerId Other = new(200);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_counted_ballot_is_a_row_and_no_other()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(One.Value, "math", "owl:7b", "fox:1b", new Tally(2, 1, 1, 1));

        var rows = await JsonAsync(arena, null);

        Assert.Equal(5, rows.Count);
        Assert.Equal(
            ["model_a", "model_a", "model_b", "tie", "tie (bothbad)"],
            rows.Select(row => row.GetProperty("winner").GetString()).Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            Assert.Equal("owl:7b", row.GetProperty("model_a").GetString());
            Assert.Equal("math", row.GetProperty("category").GetString());
            Assert.Equal("und", row.GetProperty("language").GetString());
            Assert.Equal(1, row.GetProperty("turn").GetInt32());
            Assert.True(row.GetProperty("anony").GetBoolean());
            Assert.Equal(7, row.GetProperty("size_a").GetDouble());
            Assert.Equal(1 / (1 + 4 * 0.3), row.GetProperty("weight").GetDouble(), 1e-15);
            Assert.Matches("^[0-9a-f]{16}$", row.GetProperty("question_id").GetString());
            Assert.Matches("^[0-9a-f]{32}$", row.GetProperty("judge").GetString());
            Assert.Equal(JsonValueKind.Null, row.GetProperty("headings_a").ValueKind);
        });
    }

    [Fact]
    public async Task The_moment_is_exact_to_the_millisecond()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(One.Value, null, "owl:7b", "fox:1b", new Tally(1, 0, 0, 0));
        await arena.Database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute("update battles set settled_at = 1767643200123", transaction: transaction), Token);

        Assert.Equal(1767643200.123m, Assert.Single(await JsonAsync(arena, null)).GetProperty("tstamp").GetDecimal());
        Assert.Contains(",1767643200.123,", await TextAsync(arena, null, ExportFormat.Csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pseudonyms_stay_the_same_and_are_others_on_another_server()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(One.Value, null, "owl:7b", "fox:1b", new Tally(3, 0, 0, 0));
        await arena.SettleAsync(One.Value, null, "owl:7b", "yak", new Tally(2, 0, 0, 0));
        await arena.SettleAsync(Other.Value, null, "owl:7b", "fox:1b", new Tally(3, 0, 0, 0));

        var (first, again) = (await JsonAsync(arena, One), await JsonAsync(arena, One));
        var elsewhere = await JsonAsync(arena, Other);

        Assert.Equal(Judges(first), Judges(again));
        Assert.Equal(3, Judges(first).Distinct().Count());
        Assert.Empty(Judges(first).Intersect(Judges(elsewhere)));
        Assert.Single(first.Select(Question).Distinct());
        Assert.NotEqual(Question(first[0]), Question(elsewhere[0]));
        var text = await TextAsync(arena, One, ExportFormat.Jsonl);
        Assert.DoesNotContain("Why?", text, StringComparison.Ordinal);

        static IEnumerable<string?> Judges(IEnumerable<JsonElement> rows) => rows.Select(row => row.GetProperty("judge").GetString());
        static string? Question(JsonElement row) => row.GetProperty("question_id").GetString();
    }

    [Fact]
    public async Task The_key_stays_in_the_database_and_every_arena_has_its_own()
    {
        await using var arena = await StoredArena.OpenAsync();
        await using var another = await StoredArena.OpenAsync();
        foreach (var one in new[] { arena, another })
            await one.SettleAsync(One.Value, null, "owl:7b", "fox:1b", new Tally(1, 0, 0, 0));
        var store = new ExportStore(arena.Database);

        var key = await store.KeyAsync(Token);

        Assert.Equal(32, key.Length);
        Assert.Equal(key, await new ExportStore(arena.Database).KeyAsync(Token));
        Assert.NotEqual(key, await new ExportStore(another.Database).KeyAsync(Token));
        Assert.NotEqual(
            (await JsonAsync(arena, null))[0].GetProperty("judge").GetString(), (await JsonAsync(another, null))[0].GetProperty("judge").GetString());
    }

    [Fact]
    public async Task A_servers_file_has_its_own_ballots_only()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(One.Value, null, "owl:7b", "fox:1b", new Tally(1, 0, 0, 0));
        await arena.SettleAsync(Other.Value, null, "yak", "fox:1b", new Tally(0, 4, 0, 0));

        Assert.All(await JsonAsync(arena, One), row => Assert.Equal("owl:7b", row.GetProperty("model_a").GetString()));
        Assert.Equal(4, (await JsonAsync(arena, Other)).Count);
        Assert.Equal(5, (await JsonAsync(arena, null)).Count);
        Assert.Empty(await JsonAsync(arena, new ServerId(300)));
    }

    [Fact]
    public async Task The_language_and_the_style_of_the_answers_leave_too_where_every_turn_was_measured()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(One.Value, null, "owl:7b", "fox:1b", new Tally(1, 0, 0, 0));
        await arena.Database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(
                """
                update battles set language = 'de';
                insert into answers (battle_id, turn, side, text, thinking, prompt_tokens, output_tokens, load_ms, first_token_ms, generating_ms,
                    tokens_per_second, done_reason, headings, list_items, bold)
                values (1, 1, 'A', '', '', 1, 100, 0, 0, 0, 0, 'stop', 1, 2, 3), (1, 2, 'A', '', '', 1, 20, 0, 0, 0, 0, 'stop', 10, 20, 30),
                    (1, 1, 'B', '', '', 1, 100, 0, 0, 0, 0, 'stop', 1, 2, 3), (1, 2, 'B', '', '', 1, 20, 0, 0, 0, 0, 'stop', null, 20, 30)
                """,
                transaction: transaction),
            Token);

        var row = Assert.Single(await JsonAsync(arena, null));

        Assert.Equal("de", row.GetProperty("language").GetString());
        Assert.Equal([120, 11, 22, 33], new[] { "tokens_a", "headings_a", "list_items_a", "bold_a" }.Select(name => row.GetProperty(name).GetInt32()));
        Assert.All(["tokens_b", "headings_b", "list_items_b", "bold_b"], name => Assert.Equal(JsonValueKind.Null, row.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task Names_that_need_quoting_and_names_like_formulas_stay_what_they_are()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.AddModelAsync("=cmd|'/c calc'!A1", null);
        await arena.AddModelAsync("a,\"b\"\nc", null);
        await arena.SettleAsync(One.Value, null, "=cmd|'/c calc'!A1", "a,\"b\"\nc", new Tally(1, 0, 0, 0));

        var text = await TextAsync(arena, null, ExportFormat.Csv);

        Assert.Contains(",=cmd|'/c calc'!A1,\"a,\"\"b\"\"\nc\",model_a,", text, StringComparison.Ordinal);
        Assert.Equal("a,\"b\"\nc", Assert.Single(await JsonAsync(arena, null)).GetProperty("model_b").GetString());
    }

    [Theory]
    [InlineData(DrawWeights.None, 1, 1)]
    [InlineData(DrawWeights.Pairs, (3.0 / 3 + 50) / (2 + 50), (3.0 / 3 + 50) / (1 + 50))]
    [InlineData(DrawWeights.Drawn, 5 * 3 / (5 + 5 + 0.5), 0.5 * 3 / (5 + 5 + 0.5))]
    public async Task The_weight_is_what_the_ballot_weighs_in_the_arenas_fit(DrawWeights weights, double ofPair, double ofOther)
    {
        await using var arena = await StoredArena.OpenAsync();
        foreach (var rival in new[] { "fox:1b", "fox:1b", "yak" })
            await arena.SettleAsync(One.Value, null, "owl:7b", rival, new Tally(2, 0, 0, 0));
        await arena.Database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(
                "update battles set uniform_probability = 1, pair_probability = iif(model_b = 'yak', 2, 0.1)", transaction: transaction),
            Token);
        var options = new BradleyTerryOptions { DrawWeights = weights };

        var rows = Rows(await TextAsync(arena, null, ExportFormat.Jsonl, options));

        Assert.All(rows, row => Assert.Equal(
            (row.GetProperty("model_b").GetString() == "yak" ? ofOther : ofPair) / 1.3, row.GetProperty("weight").GetDouble(), 1e-12));
    }

    private static async Task<string> TextAsync(StoredArena arena, ServerId? server, ExportFormat format, BradleyTerryOptions? options = null)
    {
        using var stream = new MemoryStream();
        await new ServerExport(new ExportStore(arena.Database), options ?? new BradleyTerryOptions()).WriteAsync(server, format, stream, Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<IReadOnlyList<JsonElement>> JsonAsync(StoredArena arena, ServerId? server) =>
        Rows(await TextAsync(arena, server, ExportFormat.Jsonl));

    private static IReadOnlyList<JsonElement> Rows(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
