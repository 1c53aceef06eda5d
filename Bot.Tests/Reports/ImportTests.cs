using System.Text.Json;

namespace Bot.Tests.Reports;

/// <summary>What the import says to people and scripts, whatever it is given.</summary>
public sealed class ImportTests
{
    private const string Header = "model_a,model_b,winner";

    [Fact]
    public async Task Needs_no_configuration_and_leaves_no_trace()
    {
        using var @case = new ImportCase();
        var file = @case.Write("votes.csv", Header, "ant,bee,model_a", "bee,ant,tie");

        Assert.Equal(0, await @case.RunAsync(file));

        Assert.Contains("ant", @case.Output, StringComparison.Ordinal);
        Assert.Contains("rows a second", @case.Output, StringComparison.Ordinal);
        Assert.Empty(@case.Errors);
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(@case.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Json_is_one_object_and_nothing_else()
    {
        using var @case = new ImportCase();
        var file = @case.Write("votes.csv", Header, "ant,bee,model_a", "bee,cat,tie");

        var board = await @case.ReadAsync(file, "--prior", "1", "--rho", "0", "--provisional", "2");

        Assert.Single(@case.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("bt", board.GetProperty("system").GetString());
        Assert.Equal(1, board.GetProperty("options").GetProperty("prior").GetDouble());
        Assert.Equal(0, board.GetProperty("options").GetProperty("rho").GetDouble());
        Assert.Equal(2, board.GetProperty("rows").GetInt32());
        Assert.Equal(2, board.GetProperty("battles").GetInt32());
        Assert.True(board.GetProperty("rows_per_second").GetDouble() > 0);
        var models = ImportCase.ByName(board);
        Assert.Equal(1, models["bee"].GetProperty("rank").GetInt32());
        Assert.Equal(JsonValueKind.Null, models["ant"].GetProperty("rank").ValueKind);
        Assert.Equal((0, 1, 1), (Count("wins"), Count("losses"), Count("ties")));

        int Count(string what) => models["bee"].GetProperty(what).GetInt32();
    }

    [Fact]
    public async Task Bad_rows_are_named_by_line_and_do_not_stop_the_others()
    {
        using var @case = new ImportCase();
        var file = @case.Write(
            "votes.csv", "model_a,model_b,winner,tstamp", "ant,bee,model_a,1", "ant,bee,,2", "ant,bee,nobody,3", "ant,ant,tie,4", "", ",bee,tie,5",
            "ant,bee,tie,-6", "ant,bee,tie,yesterday", "\"ant\nhill\",bee,tie,x", "ant,bee", "ant,bee,tie,9");

        var board = await @case.ReadAsync(file);

        Assert.Equal(10, board.GetProperty("rows").GetInt32());
        Assert.Equal(2, board.GetProperty("battles").GetInt32());
        Assert.Equal(8, board.GetProperty("bad_row_count").GetInt32());
        var reasons = board.GetProperty("bad_rows").EnumerateArray()
            .Select(bad => $"{bad.GetProperty("line").GetInt32()}: {bad.GetProperty("reason").GetString()}").ToList();
        Assert.Equal(
            [
                "3: winner is missing",
                "4: winner is \"nobody\"; expected model_a, model_b, tie or tie (bothbad)",
                "5: both sides are \"ant\"",
                "7: model_a is missing",
                "8: tstamp is \"-6\"; expected a time since 1970 in seconds, milliseconds or as ISO 8601 writes it",
                "9: tstamp is \"yesterday\"; expected a time since 1970 in seconds, milliseconds or as ISO 8601 writes it",
                "10: tstamp is \"x\"; expected a time since 1970 in seconds, milliseconds or as ISO 8601 writes it",
                "12: it has 2 of 4 fields",
            ],
            reasons);
        Assert.Contains("line 5: both sides are \"ant\"", @case.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_bad_rows_are_named_and_the_others_are_counted()
    {
        using var @case = new ImportCase();
        var file = @case.Write("votes.csv", [Header, "ant,bee,tie", .. Enumerable.Repeat("ant,bee,what", 25)]);

        var board = await @case.ReadAsync(file);

        Assert.Equal(10, board.GetProperty("bad_rows").GetArrayLength());
        Assert.Equal(25, board.GetProperty("bad_row_count").GetInt32());
        Assert.Contains("and 15 more rows that can not be used", @case.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_are_told_apart_by_broken_bytes_alone_are_one_model()
    {
        using var @case = new ImportCase();
        var file = @case.Write("votes.csv", Header, "ant,bee,model_a");
        await using (var stream = new FileStream(file, FileMode.Append))
            await stream.WriteAsync(new byte[] { 0xFE, (byte)',', 0xFF, (byte)',', (byte)'t', (byte)'i', (byte)'e', (byte)'\n' }, TestContext.Current.CancellationToken);

        var board = await @case.ReadAsync(file);

        Assert.Equal(1, board.GetProperty("battles").GetInt32());
        Assert.StartsWith(
            "both sides are", Assert.Single(board.GetProperty("bad_rows").EnumerateArray()).GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_that_hold_no_models_get_a_sentence_and_no_fit_of_thousands()
    {
        using var @case = new ImportCase();
        var file = @case.Write("votes.csv", [Header, .. Enumerable.Range(0, 2_001).Select(i => $"text{i},text{i + 1},tie")]);

        Assert.Equal(1, await @case.RunAsync(file));
        Assert.Contains("2,002 models, and a fit takes 2,000 at most. Are model_a and model_b the right columns?", @case.Errors, StringComparison.Ordinal);
        Assert.Equal(2_002, (await @case.ReadAsync(file, "--system", "elo")).GetProperty("models").GetArrayLength());
    }

    [Theory, InlineData("-1"), InlineData("1e7"), InlineData("inf")]
    public async Task A_weight_that_is_none_is_a_bad_row(string weight)
    {
        using var @case = new ImportCase();
        var board = await @case.ReadAsync(@case.Write("votes.csv", Header + ",weight", "ant,bee,tie,2", $"ant,bee,tie,{weight}"));
        Assert.Equal(
            $"weight is \"{weight}\"; expected a number from 0 to 1,000,000",
            Assert.Single(board.GetProperty("bad_rows").EnumerateArray()).GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("ant,bee,mod", "winner is \"mod\"")]
    [InlineData("ant,be", "it has 2 of 3 fields")]
    [InlineData("ant,bee,\"tie", "a quote is opened and never closed")]
    public async Task A_last_line_that_was_cut_off_is_a_bad_row(string rest, string reason)
    {
        using var @case = new ImportCase();
        var file = @case.Write("votes.csv", Header, "ant,bee,model_a");
        await File.AppendAllTextAsync(file, rest, TestContext.Current.CancellationToken);

        var board = await @case.ReadAsync(file);

        Assert.Equal(1, board.GetProperty("battles").GetInt32());
        var bad = Assert.Single(board.GetProperty("bad_rows").EnumerateArray());
        Assert.Equal(3, bad.GetProperty("line").GetInt32());
        Assert.Contains(reason, bad.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("winner", "It has no column model_a, model_b: model_a, model_b and winner are needed.", "tie")]
    [InlineData(Header, "has no rows.")]
    [InlineData(Header, "No row of", "ant,ant,tie", "ant,bee,who")]
    [InlineData("", "It is empty.")]
    [InlineData("a\0b", "It is no text")]
    public async Task A_file_without_a_board_gets_one_sentence(params string[] lines)
    {
        using var @case = new ImportCase();

        Assert.Equal(1, await @case.RunAsync(@case.Write("votes.csv", [lines[0], .. lines[2..]]), "--json"));

        var sentence = Assert.Single(@case.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(lines[1], sentence, StringComparison.Ordinal);
        Assert.Empty(@case.Output);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_folder_get_one_sentence_each()
    {
        using var @case = new ImportCase();

        Assert.Equal(1, await @case.RunAsync("missing.csv"));
        Assert.Equal(1, await @case.RunAsync(@case.Root));

        Assert.Equal(
            [$"There is no file {Path.Combine(@case.Root, "missing.csv")}.", $"{@case.Root} is a folder; name a file of comparisons."],
            @case.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--rho", "1.5", "--rho is 1.5; expected a number from 0 to 1.")]
    [InlineData("--rho", "much", "--rho is much; expected a number from 0 to 1.")]
    [InlineData("--prior", "-1", "--prior is -1; expected a number from 0 to 1000.")]
    [InlineData("--provisional", "2.5", "--provisional is 2.5; expected a whole number from 0 to 10000.")]
    [InlineData("--k", "0", "--k is 0; expected a number from 0.001 to 1000.", "--system", "elo")]
    [InlineData("--start", "NaN", "--start is NaN; expected a number from -100000 to 100000.", "--system", "elo")]
    [InlineData("--rounds", "0", "--rounds is 0; expected a whole number from 2 to 100000.", "--interval", "bootstrap")]
    [InlineData("--system", "glicko", "--system is glicko; expected bt, elo or score.")]
    [InlineData("--draw-weights", "all", "--draw-weights is all; expected none, pairs or drawn.")]
    [InlineData("--interval", "wide", "--interval is wide; expected sandwich or bootstrap.")]
    public async Task A_value_out_of_range_is_refused_with_what_is_expected(string option, string value, string sentence, params string[] with)
    {
        using var @case = new ImportCase();

        Assert.NotEqual(0, await @case.RunAsync(@case.Write("votes.csv", Header, "ant,bee,tie"), [option, value, .. with]));

        Assert.Contains(sentence, @case.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--k changes nothing with --system bt; it belongs to elo.", "--k", "4")]
    [InlineData("--no-size changes nothing with --system bt; it belongs to elo.", "--system", "bt", "--no-size")]
    [InlineData("--prior changes nothing with --system elo; it belongs to bt.", "--system", "elo", "--prior", "2")]
    [InlineData("--style changes nothing with --system elo; it belongs to bt.", "--system", "elo", "--style")]
    [InlineData("--provisional changes nothing with --system score; it belongs to bt and elo.", "--system", "score", "--provisional", "10")]
    [InlineData("--seed changes nothing without --interval bootstrap.", "--seed", "7")]
    public async Task An_option_that_would_change_nothing_is_refused(string sentence, params string[] options)
    {
        using var @case = new ImportCase();

        Assert.NotEqual(0, await @case.RunAsync(@case.Write("votes.csv", Header, "ant,bee,tie"), options));

        Assert.Contains(sentence, @case.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_prior_models_that_hang_apart_are_named()
    {
        using var @case = new ImportCase();
        var file = @case.Write(
            "votes.csv", Header, "ant,bee,model_a", "bee,ant,model_a", "bee,cat,tie", "dog,emu,tie");

        Assert.Equal(1, await @case.RunAsync(file, "--prior", "0"));

        Assert.Contains("dog, emu", @case.Errors, StringComparison.Ordinal);
        Assert.Contains("--prior above 0", @case.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("cat", @case.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await @case.RunAsync(file));
    }

    [Theory]
    [InlineData("bt"), InlineData("elo"), InlineData("score")]
    public async Task One_winner_only_ties_and_one_judge_give_boards(string system)
    {
        using var @case = new ImportCase();
        foreach (var rows in new string[][] { ["ant,bee,model_a", "ant,cat,model_a"], ["ant,bee,tie", "bee,cat,tie (bothbad)"], ["ant,bee,model_b"] })
        {
            string[] options = system == "score" ? [] : ["--provisional", "0"];
            var board = await @case.ReadAsync(@case.Write("votes.csv", [Header, .. rows]), ["--system", system, .. options]);

            Assert.All(board.GetProperty("models").EnumerateArray(), model => Assert.True(double.IsFinite(model.GetProperty("rating").GetDouble())));
        }
    }

    [Fact]
    public async Task Names_of_any_kind_are_kept_for_scripts_and_cleaned_for_people()
    {
        using var @case = new ImportCase();
        string[] names = [new string('x', 250), "[red]bold[/]", "\u202Eright-to-left", "bell\u0007", "=1+1", "千問", "אבג"];
        var file = @case.Write("votes.csv", [Header, .. names.Select(name => $"\"{name}\",plain,model_a")]);

        var board = await @case.ReadAsync(file);
        Assert.Equal(0, await @case.RunAsync(file));

        Assert.Superset(names.ToHashSet(), ImportCase.ByName(board).Keys.ToHashSet());
        Assert.Contains("[red]bold[/]", @case.Output, StringComparison.Ordinal);
        Assert.Contains("xxx…xxx", @case.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0007", @case.Output[@case.Output.IndexOf('╭', StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", @case.Output[@case.Output.IndexOf('╭', StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", @case.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model_a,model_b,winner", "ant,bee,tie", "tokens, headings, list_items and bold of each side are needed", "--style")]
    [InlineData("model_a,model_b,winner", "ant,bee,tie", "do not go together", "--style", "--interval", "bootstrap")]
    public async Task Style_that_can_not_be_held_equal_gives_one_sentence(string header, string row, string sentence, params string[] options)
    {
        using var @case = new ImportCase();

        Assert.NotEqual(0, await @case.RunAsync(@case.Write("votes.csv", header, row), options));

        Assert.Contains(sentence, @case.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_that_nobody_used_gives_one_sentence()
    {
        using var @case = new ImportCase();

        Assert.Equal(1, await @case.RunAsync(@case.Write("votes.csv", Header + ",category", "ant,bee,tie,math"), "--category", "coding"));

        Assert.Contains("has no rows of the category coding", @case.Errors, StringComparison.Ordinal);
    }
}
