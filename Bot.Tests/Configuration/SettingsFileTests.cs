using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class SettingsFileTests
{
    [Fact]
    public void Without_a_file_every_setting_has_its_default()
    {
        using var folder = new ConfigurationCase();

        var configuration = folder.Load();

        Assert.All(Settings.All, setting => Assert.Equal(setting.Default, configuration.Values.Get(setting)));
        Assert.Equal(TimeSpan.FromMinutes(10), configuration.Get(Settings.VotingTime));
        Assert.Equal(25, configuration.Get(Settings.Quorum));
    }

    [Fact]
    public void Comments_and_trailing_commas_are_welcome()
    {
        using var folder = new ConfigurationCase().Arena("""
            // for the weekend
            { "battles": { "quorum": 5, /* enough */ "votingTime": "1h30m", }, "operators": ["42", 43], }
            """);

        var configuration = folder.Load();

        Assert.Equal(5, configuration.Get(Settings.Quorum));
        Assert.Equal(TimeSpan.FromMinutes(90), configuration.Get(Settings.VotingTime));
        Assert.Equal([42ul, 43ul], configuration.Get(Settings.Operators));
    }

    [Theory]
    [InlineData("""{ "battles": { "quorum": -3 } }""", "arena.json: battles.quorum is -3; expected a whole number from 1 to 100000")]
    [InlineData("""{ "battles": { "quorum": "25" } }""", "arena.json: battles.quorum is \"25\"; expected a whole number from 1 to 100000")]
    [InlineData("""{ "battles": { "quorum": 2.5 } }""", "arena.json: battles.quorum is 2.5; expected a whole number from 1 to 100000")]
    [InlineData("""{ "battles": { "quorum": null } }""", "arena.json: battles.quorum is null; expected a whole number from 1 to 100000")]
    [InlineData("""{ "battles": { "votingTime": 10 } }""", "arena.json: battles.votingTime is 10; expected a duration from 1s to 7d, written like \"90s\", \"1h30m\" or \"00:10:00\"")]
    [InlineData("""{ "battles": { "votingTime": "10" } }""", "arena.json: battles.votingTime is \"10\"; expected a duration from 1s to 7d, written like \"90s\", \"1h30m\" or \"00:10:00\"")]
    [InlineData("""{ "battles": { "votingTime": "8d" } }""", "arena.json: battles.votingTime is \"8d\"; expected a duration from 1s to 7d, written like \"90s\", \"1h30m\" or \"00:10:00\"")]
    [InlineData("""{ "battles": { "streaming": "fast" } }""", "arena.json: battles.streaming is \"fast\"; expected one of \"paced\", \"live\", \"complete\"")]
    [InlineData("""{ "battles": { "sidesAtOnce": "yes" } }""", "arena.json: battles.sidesAtOnce is \"yes\"; expected true or false")]
    [InlineData("""{ "battles": 7 }""", "arena.json: battles is 7; expected an object: { … }")]
    [InlineData("""{ "ratings": { "k": 1e9 } }""", "arena.json: ratings.k is 1e9; expected a number from 1 to 400")]
    [InlineData("""{ "backups": { "every": "never" } }""", "arena.json: backups.every is \"never\"; expected \"off\", or a duration from 1m to 30d, written like \"6h\" or \"1d\"")]
    [InlineData("""{ "homeServer": "my server" }""", "arena.json: homeServer is \"my server\"; expected a Discord id, which is a number of up to 20 digits (in Discord: Developer Mode, then Copy ID), or \"\" for none")]
    [InlineData("""{ "operators": ["1", "@alice"] }""", "arena.json: operators[1] is \"@alice\"; expected a Discord id, which is a number of up to 20 digits (in Discord: Developer Mode, then Copy ID)")]
    [InlineData("""{ "nodes": [] }""", "arena.json: nodes is []; expected a list of at least one address, each an address like \"http://127.0.0.1:11434\" or \"gpu-box:11434\"")]
    [InlineData("""{ "nodes": ["ftp://gpu"] }""", "arena.json: nodes[0] is \"ftp://gpu\"; expected an address like \"http://127.0.0.1:11434\" or \"gpu-box:11434\"")]
    [InlineData("""[]""", "arena.json: the file is array; expected an object: { … }")]
    public void A_bad_value_names_file_key_value_and_expectation(string json, string complaint)
    {
        using var folder = new ConfigurationCase().Arena(json);

        Assert.Equal([complaint], folder.Complaints());
    }

    [Theory]
    [InlineData("""{ "battles": { "qorum": 5 } }""", "arena.json: battles.qorum is no setting; expected a known one; did you mean battles.quorum?")]
    [InlineData("""{ "Battles": { } }""", "arena.json: Battles is no setting; expected a known one; did you mean battles?")]
    [InlineData("""{ "votingTime": "5m" }""", "arena.json: votingTime is no setting; expected a known one; did you mean battles.votingTime?")]
    [InlineData("""{ "colour": "red" }""", "arena.json: colour is no setting; expected one of the settings in docs/configuration.md")]
    public void An_unknown_key_is_named_with_the_one_that_was_meant(string json, string complaint)
    {
        using var folder = new ConfigurationCase().Arena(json);

        Assert.Equal([complaint], folder.Complaints());
    }

    [Fact]
    public void A_key_given_twice_is_named()
    {
        using var folder = new ConfigurationCase().Arena("""{ "battles": { "quorum": 5, "quorum": 6 } }""");

        Assert.Equal(["arena.json: battles.quorum is given twice; expected one value"], folder.Complaints());
    }

    [Fact]
    public void Broken_JSON_names_line_and_column()
    {
        using var folder = new ConfigurationCase().Arena("{\n  \"battles\": {\n    \"quorum\": 5,\n    votingTime: 3\n  }\n}\n");

        var complaint = Assert.Single(folder.Complaints());

        Assert.StartsWith("arena.json, line 4, column 5: expected valid JSON: ", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_broken_JSON()
    {
        using var folder = new ConfigurationCase().Arena(string.Empty);

        Assert.StartsWith("arena.json, line 1, column 1: expected valid JSON", Assert.Single(folder.Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void All_complaints_come_at_once()
    {
        using var folder = new ConfigurationCase()
            .Arena("""{ "battles": { "quorum": 0, "pace": 1 }, "log": { "format": "xml" } }""")
            .Models("""[{ "tag": "a b" }]""")
            .With("ARENA_DISCORD_URL", "http://127.0.0.1:1");

        var exception = Assert.Throws<ConfigurationException>(folder.Load);

        Assert.Equal(5, exception.Complaints.Count);
        Assert.Equal(5, exception.Message.Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData("""{ "battles": { "quorum": 2, "minimumBallots": 3 } }""", "arena.json: battles.minimumBallots is 3; expected at most battles.quorum")]
    [InlineData("""{ "inference": { "total": "30s", "firstToken": "10s" } }""", "arena.json: inference.silence is \"1m\"; expected at most inference.total")]
    [InlineData("""{ "inference": { "contextTokens": 512 } }""", "arena.json: inference.outputTokens is 1024; expected at most inference.contextTokens")]
    [InlineData("""{ "ratings": { "k": 100 } }""", "arena.json: ratings.k is 100; expected at most ratings.kMax")]
    [InlineData("""{ "homeServer": "7", "servers": ["8"] }""", "arena.json: homeServer is \"7\"; expected one of the servers listed in servers, or none")]
    public void Settings_that_contradict_each_other_are_named(string json, string complaint)
    {
        using var folder = new ConfigurationCase().Arena(json);

        Assert.Equal([complaint], folder.Complaints());
    }

    [Fact]
    public void Every_default_is_within_its_own_range()
    {
        Assert.All(Settings.All, setting =>
        {
            using var folder = new ConfigurationCase();
            var path = setting.Key.Split('.');
            var json = path is [var section, var name]
                ? $$"""{ "{{section}}": { "{{name}}": {{setting.DefaultText}} } }"""
                : $$"""{ "{{setting.Key}}": {{setting.DefaultText}} }""";

            var configuration = folder.Arena(json).Load();

            Assert.Equal(setting.Default, configuration.Values.Get(setting));
            Assert.True(configuration.Values.IsGiven(setting));
        });
        Assert.All(Settings.Rules, rule => Assert.True(rule.Holds(SettingValues.Defaults)));
    }

    [Fact]
    public void Keys_and_variables_are_unique()
    {
        Assert.Equal(Settings.All.Count, Settings.All.Select(setting => setting.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var variables = Settings.All.Select(setting => setting.Variable).Concat(EnvironmentVariable.All.Select(variable => variable.Name)).ToList();
        Assert.Equal(variables.Count, variables.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
