using System.IO.Compression;
using System.Text;
using Arena.Core.Battles;
using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Tests.Commands.Leaderboards;

public sealed class ExportTests
{
    private static readonly Choice[] ThreeBallots = [Choice.A, Choice.A, Choice.BothBad];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moderator_gets_this_servers_ballots_as_a_file_and_nobody_else_sees_it()
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        var series = new BattleSeries(arena);
        await series.FightAsync("fox:1b", "owl:7b", ThreeBallots, "math");
        await series.FightAsync("owl:7b", "fox:1b", [Choice.Tie]);
        await series.FightAsync("owl:7b", "fox:1b", [Choice.B], server: new ServerId(6));

        var told = await ExportAsync(arena);

        Assert.Contains("This server's comparisons: 4 ballots in 2 battles, one row for each ballot.", told, StringComparison.Ordinal);
        Assert.Contains("pseudonyms (`judge`)", told, StringComparison.Ordinal);
        Assert.Equal("defer quietly", arena.Discord.Journal.Last(line => line.StartsWith("defer", StringComparison.Ordinal)));
        var file = Assert.Single(arena.Discord.Answers.Last().Files);
        Assert.Matches(@"^comparisons-\d{4}-\d\d-\d\d\.csv$", file.Name);
        Assert.Equal("text/csv", file.MediaType);
        var rows = Encoding.UTF8.GetString(file.Content.Span).TrimEnd('\n').Split('\n');
        Assert.StartsWith("question_id,model_a,model_b,winner,judge,", rows[0], StringComparison.Ordinal);
        Assert.Equal(["model_a", "model_a", "tie", "tie (bothbad)"], rows[1..].Select(row => row.Split(',')[3]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("91 prime", StringComparison.Ordinal));
        Assert.Equal(3, rows[1..].Select(row => row.Split(',')[4]).Distinct().Count());
    }

    [Fact]
    public async Task It_is_written_down_who_took_it()
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", ThreeBallots);

        await ExportAsync(arena, "jsonl");

        var entry = (await arena.Get<AuditStore>().LatestAsync(CommandDriver.Home, 1, Cancel)).Single();
        Assert.Equal((CommandDriver.Home, CommandDriver.Alice, "comparisons.exported", "3 ballots in 1 battle"), (entry.Server, entry.Member, entry.Action, entry.Detail));
        Assert.EndsWith(".jsonl", entry.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_JSON_are_the_other_form()
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", ThreeBallots);

        await ExportAsync(arena, "jsonl");

        var file = Assert.Single(arena.Discord.Answers.Last().Files);
        Assert.Equal("application/x-ndjson", file.MediaType);
        var lines = Encoding.UTF8.GetString(file.Content.Span).TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal("fox:1b", System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("model_a").GetString()));
    }

    [Fact]
    public async Task What_is_too_large_is_compressed_and_what_is_larger_still_is_the_operators()
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", [.. Enumerable.Repeat(Choice.A, 60)]);
        await ExportAsync(arena);
        var whole = arena.Discord.Answers.Last().Files.Single().Content;

        await ExportAsync(arena, limit: whole.Length - 1);

        var file = Assert.Single(arena.Discord.Answers.Last().Files);
        Assert.EndsWith(".csv.gz", file.Name, StringComparison.Ordinal);
        Assert.Equal("application/gzip", file.MediaType);
        Assert.Equal(whole.ToArray(), Unpacked(file));
        Assert.Equal(ExportMessage.TooLarge(100, CommandDriver.Home), await ExportAsync(arena, limit: 100));
        Assert.Empty(arena.Discord.Answers.Last().Files);
        Assert.Equal(2, (await arena.Get<AuditStore>().LatestAsync(CommandDriver.Home, 100, Cancel)).Count(entry => entry.Action == "comparisons.exported"));
    }

    [Fact]
    public void A_file_for_the_operator_is_told_with_the_command_that_writes_it() => Assert.Equal(
        "Even compressed the file is larger than the 10 MiB that Discord takes here. The operator can write it with `ratings export FILE --server 1`.",
        ExportMessage.TooLarge(10 * 1024 * 1024, CommandDriver.Home));

    [Fact]
    public async Task A_server_without_counted_battles_is_told_so()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal(ExportMessage.Nothing, await ExportAsync(arena));
        Assert.Empty(arena.Discord.Answers.Last().Files);
    }

    [Fact]
    public async Task Members_are_told_that_it_is_not_for_them_and_unknown_formats_are_refused()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync("arena export"));
        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption("format")}", await ExportAsync(arena, "xlsx"));
    }

    private static Task<string> ExportAsync(CommandDriver arena, string? format = null, long? limit = null) => arena.UseAsync(
        "arena export", format is null ? null : new { format },
        origin => origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer), AttachmentSizeLimit = limit });

    private static byte[] Unpacked(OutgoingFile file)
    {
        using var gzip = new GZipStream(new MemoryStream(file.Content.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
