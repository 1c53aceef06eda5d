using System.IO.Compression;
using System.Text;
using Arena.Core.Exchange;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Exchange;

public sealed class FileImportTests : IDisposable
{
    private const string Header = "model_a,model_b,winner\n";

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("v.csv", "model_a,model_b,winner,tstamp\nant,bee,model_a,5\nbee,ant,tie,6\n")]
    [InlineData("v.csv", "\uFEFFmodel_a,model_b,winner,tstamp\r\nant,bee,model_a,5\r\nbee,ant,tie,6")]
    [InlineData("v.txt", "model_a;model_b;winner;tstamp\nant;bee;A;5\nbee;ant;TIE;6\n")]
    [InlineData("v.tsv", "winner\tLEFT\tright\ttimestamp\nleft\tant\tbee\t5000e-3\ntie\tbee\tant\t6\n")]
    [InlineData("v.csv", "\"model_a\",\"model_b\",\"winner\",\"tstamp\"\n\"ant\",\"bee\",\"model_a\",\"1970-01-01T00:00:05Z\"\n\nbee,ant,tie,1970-01-01 01:00:06+01:00\n")]
    [InlineData("v.jsonl", "{\"model_a\":\"ant\",\"model_b\":\"bee\",\"winner\":\"model_a\",\"tstamp\":5}\n\n{\"model_a\":\"bee\",\"model_b\":\"a\\u006et\",\"winner\":\"tie\",\"tstamp\":\"6\"}\n")]
    [InlineData("v.ndjson", "\uFEFF{\"left\":\"ant\",\"right\":\"bee\",\"winner\":\"left\",\"tstamp\":5.0,\"x\":{\"winner\":[1]}}\r\n{\"tstamp\":6,\"left\":\"bee\",\"right\":\"ant\",\"winner\":\"tie\"}")]
    public void The_same_battles_are_read_from_every_format(string name, string text)
    {
        foreach (var path in new[] { Write(name, text), Compress(name, text) })
        {
            var read = Read(path);

            Assert.Empty(read.BadRows);
            Assert.Equal(["ant", "bee"], read.Table.Models);
            Assert.Equal(
                [(5000L, 0, 1, new Tally(1, 0, 0, 0)), (6000L, 1, 0, new Tally(0, 0, 1, 0))],
                read.Table.Rows.ToArray().Select(row => (row.SettledAt, row.A, row.B, row.Tally)));
        }
    }

    [Theory]
    [InlineData("model_a", 1, 0, 0, 0), InlineData("Model_B", 0, 1, 0, 0), InlineData("tie", 0, 0, 1, 0), InlineData("tie (bothbad)", 0, 0, 0, 1)]
    [InlineData("A", 1, 0, 0, 0), InlineData("b", 0, 1, 0, 0), InlineData("left", 1, 0, 0, 0), InlineData("RIGHT", 0, 1, 0, 0)]
    [InlineData("both_bad", 0, 0, 0, 1), InlineData("bothbad", 0, 0, 0, 1), InlineData("tie (inconsistent)", 0, 0, 1, 0)]
    public void Every_spelling_of_a_winner_is_understood(string winner, int a, int b, int tie, int bothBad) =>
        Assert.Equal(new Tally(a, b, tie, bothBad), Read(Write("v.csv", $"{Header}ant,bee,{winner}\n")).Table.Rows[0].Tally);

    [Theory]
    [InlineData("1767643200", 1767643200000)]
    [InlineData("1767643200.123", 1767643200123)]
    [InlineData("1767643200123", 1767643200123)]
    [InlineData("1.7676432E9", 1767643200000)]
    [InlineData("2026-01-05T20:00:00Z", 1767643200000)]
    [InlineData("2026-01-05T21:00:00.5+01:00", 1767643200500)]
    [InlineData("2026-01-05 20:00:00", 1767643200000)]
    [InlineData("99999999999", 99999999999000)]
    [InlineData("100000000000", 100000000000)]
    public void A_time_is_seconds_or_milliseconds_or_a_date(string text, long milliseconds) =>
        Assert.Equal(milliseconds, Read(Write("v.csv", $"model_a,model_b,winner,tstamp\nant,bee,tie,{text}\n")).Table.Rows[0].SettledAt);

    [Theory]
    [InlineData("-1"), InlineData("-0.001"), InlineData("soon"), InlineData("1969-12-31"), InlineData("2026-13-01"), InlineData("1e300"), InlineData("Infinity")]
    public void A_time_that_can_not_be_is_a_bad_row(string text) =>
        Assert.Equal(3, Assert.Single(Read(Write("v.csv", $"model_a,model_b,winner,tstamp\nant,bee,tie,1\nant,bee,tie,{text}\n")).BadRows).Line);

    [Fact]
    public void Rows_of_a_battle_are_its_ballots_wherever_they_stand()
    {
        var read = Read(Write(
            "v.csv",
            "battle_id,tstamp,model_a,model_b,winner,weight\n12,30,ant,bee,A,9\n7,20,bee,cat,tie,9\n12,10,ant,bee,B,-1\n12,31,bee,ant,A,0\n12,9,ant,bee,both_bad,x\n"));

        Assert.Equal("5: its models are not those that battle 12 began with", Assert.Single(read.BadRows) is var bad ? $"{bad.Line}: {bad.Reason}" : "");
        Assert.Equal(4, read.Ballots);
        Assert.True(read.Table.Weights.IsEmpty);
        Assert.Equal(
            [(7L, 20_000L, new Tally(0, 0, 1, 0)), (12L, 30_000L, new Tally(1, 1, 0, 1))],
            read.Table.Rows.ToArray().Select(row => (row.Battle, row.SettledAt, row.Tally)));
    }

    [Theory]
    [InlineData("9,5;10,5;8,4", "8 9 10")]
    [InlineData("b,5;a,5;c,4", "3 1 2")]
    [InlineData("2,;1,;3,", "1 2 3")]
    [InlineData(",;,;,", "1 2 3")]
    public void Battles_are_in_order_of_time_then_id_then_place_in_the_file(string rows, string order)
    {
        var lines = rows.Split(';').Select(row => $"ant,bee,tie,{row}");

        var read = Read(Write("v.csv", $"model_a,model_b,winner,battle_id,tstamp\n{string.Join('\n', lines)}\n"));

        Assert.Equal(order, string.Join(' ', read.Table.Rows.ToArray().Select(row => row.Battle)));
        Assert.True(read.Table.IsInOrder);
    }

    [Fact]
    public void Without_battles_a_weight_weighs_the_row_and_zero_moves_nothing()
    {
        var read = Read(Write("v.csv", "model_a,model_b,winner,weight\nant,bee,A,1\nant,bee,A,0\nant,cat,B,2.5\nbee,cat,A,-1\nbee,cat,A,\n"));

        Assert.Equal([5L, 6L], read.BadRows.Select(bad => bad.Line));
        Assert.Equal([1, 2.5], read.Table.Weights.ToArray());
        Assert.Equal(2, read.Table.Rows.Length);
    }

    [Fact]
    public void A_row_of_weight_three_fits_like_three_rows()
    {
        var rows = "ant,bee,A,3\nbee,cat,A,2\ncat,ant,A,1\nant,bee,B,1\n";
        var weighted = Read(Write("w.csv", $"model_a,model_b,winner,weight\n{rows}"));
        var repeated = Read(Write("r.csv", Header + string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(row => Enumerable.Repeat(row[..^2] + "\n", row[^1] - '0')))));

        var (once, often) = (Fit(weighted), Fit(repeated));

        Assert.Equal(7, once.SumOfWeights);
        for (var i = 0; i < 3; i++)
            Assert.Equal(often.Rating(often.NumberOf(once.Models[i])!.Value), once.Rating(i), 1e-9);
        Assert.Equal(often.LogLikelihood, once.LogLikelihood, 1e-9);

        static BradleyTerryFit Fit(ImportedBattles battles) =>
            BradleyTerry.Fit(battles.Table, new BradleyTerryOptions(), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("size_a", "-1"), InlineData("size_max", "big"), InlineData("pair_probability", "1.5"), InlineData("uniform_probability", "-0.1")]
    [InlineData("tokens_a", "1.5"), InlineData("bold_b", "many")]
    public void A_number_that_can_not_be_is_a_bad_row(string column, string value)
    {
        var all = "tokens_a,headings_a,list_items_a,bold_a,tokens_b,headings_b,list_items_b,bold_b,size_a,size_max,pair_probability,uniform_probability";
        var values = string.Join(',', all.Split(',').Select(name => name == column ? value : "1"));

        var read = Read(Write("v.csv", $"model_a,model_b,winner,{all}\nant,bee,tie,{values}\nant,bee,tie,1,1,1,1,1,1,1,1,,nan,NULL,1\n"));

        Assert.Contains($"{column} is \"{value}\"", Assert.Single(read.BadRows).Reason, StringComparison.Ordinal);
        Assert.True(double.IsNaN(read.Table.Rows[0].SizeA));
        Assert.True(double.IsNaN(read.Table.Rows[0].DrawRatio));
        Assert.Equal(new AnswerStyle(1, 1, 1, 1), read.Table.Styles[0].A);
    }

    [Theory]
    [InlineData("{\"model_a\":\"ant\"", "it is no whole JSON object")]
    [InlineData("[1,2]", "it is no JSON object")]
    [InlineData("{} {}", "it is no whole JSON object")]
    [InlineData("{\"model_a\":\"ant\",\"model_b\":\"bee\"}", "winner is missing")]
    [InlineData("{\"model_a\":\"ant\",\"model_b\":[],\"winner\":\"tie\"}", "model_b is neither a text nor a number")]
    [InlineData("{\"model_a\":\"\\ud800\",\"model_b\":\"bee\",\"winner\":\"tie\"}", "it holds text that is no Unicode")]
    public void A_line_that_is_no_row_is_named(string line, string reason)
    {
        var read = Read(Write("v.jsonl", $"{{\"model_a\":1,\"model_b\":2.50,\"winner\":\"tie\"}}\n{line}\n"));

        Assert.Equal([new BadRow(2, reason)], read.BadRows);
        Assert.Equal(["1", "2.50"], read.Table.Models);
    }

    [Theory, InlineData("v.csv"), InlineData("v.jsonl")]
    public void A_compressed_file_that_was_cut_off_gives_what_came_before(string name)
    {
        var path = Compress(name, Rows(name));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^2000]);

        var read = Read(path);

        Assert.InRange(read.Ballots, 1_000, 19_999);
        Assert.InRange(Assert.Single(read.BadRows).Line, read.Ballots + 1, read.Ballots + 2);
    }

    [Theory, InlineData("v.csv"), InlineData("v.jsonl")]
    public void A_compressed_file_that_is_damaged_gives_what_came_before(string name)
    {
        var path = Compress(name, Rows(name));
        var bytes = File.ReadAllBytes(path);
        // A second member follows, as gzip allows, and after its header there is nothing that deflate knows.
        File.WriteAllBytes(path, [.. bytes, .. bytes[..10], .. Enumerable.Repeat((byte)0xFF, 100)]);

        var read = FileImport.Read(path, new ImportOptions { BadRowsKept = int.MaxValue }, null, TestContext.Current.CancellationToken);

        Assert.InRange(read.Ballots, 19_999, 20_000);
        Assert.Equal("the compressed data is damaged or cut off here; the rest was not read", read.BadRows[^1].Reason);
    }

    [Fact]
    public void Names_keep_what_they_are_made_of()
    {
        string[] names = [" spaced ", "tab\there", "=1+1", "\"quoted\"", "two\nlines", "Ω", new string('x', 5000)];

        var read = Read(Write("v.csv", Header + string.Concat(names.Select(name => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",plain,A\n"))));

        Assert.Equal(names, read.Table.Models.Where(model => model != "plain"));
    }

    [Fact]
    public void Unknown_columns_are_told_and_what_boards_do_not_need_is_not()
    {
        var csv = Read(Write("v.csv", "model_a,model_b,winner,judge,turn,left,mood\nant,bee,A,j,1,x,good\n"));
        var json = Read(Write("v.jsonl", "{\"model_a\":\"ant\",\"model_b\":\"bee\",\"winner\":\"A\",\"judge\":1,\"mood\":2,\"mood\":3}\n"));

        Assert.Equal(["left", "mood"], csv.UnknownColumns);
        Assert.Equal(["mood"], json.UnknownColumns);
        Assert.Equal("ant", csv.Table.Models[0]);
    }

    [Fact]
    public void Progress_ends_at_the_length_of_the_file()
    {
        var path = Compress("v.csv", Header + string.Concat(Enumerable.Repeat("ant,bee,tie\n", 10_000)));
        var progress = new ImportProgress();

        FileImport.Read(path, new ImportOptions(), progress, TestContext.Current.CancellationToken);

        Assert.Equal(new FileInfo(path).Length, progress.Length);
        Assert.Equal(progress.Length, progress.Read);
    }

    public void Dispose() => _folder.Dispose();

    private static ImportedBattles Read(string path) => FileImport.Read(path, new ImportOptions(), null, TestContext.Current.CancellationToken);

    private static string Rows(string name)
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 20_000).Select(_ => (A: $"m{random.Next(50)}", B: $"n{random.Next(50)}"));
        return name == "v.csv"
            ? Header + string.Concat(rows.Select(row => $"{row.A},{row.B},tie\n"))
            : string.Concat(rows.Select(row => $"{{\"model_a\":\"{row.A}\",\"model_b\":\"{row.B}\",\"winner\":\"tie\"}}\n"));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    private string Compress(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name + ".gz");
        using var zip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        zip.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }
}
