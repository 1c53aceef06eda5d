using Arena.Core.Inference;
using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class EnvironmentTests
{
    [Fact]
    public void The_environment_overrides_the_file()
    {
        using var folder = new ConfigurationCase()
            .Arena("""{ "battles": { "quorum": 5, "sidesAtOnce": false }, "operators": ["1"] }""")
            .With("ARENA_QUORUM", "7").With("ARENA_SIDES_AT_ONCE", "true").With("ARENA_OPERATORS", "2, 3")
            .With("ARENA_VOTING_TIME", "45s").With("ARENA_STREAMING", "Complete").With("ARENA_BACKUP_EVERY", "off").With("ARENA_K", "12.5");

        var configuration = folder.Load();

        Assert.Equal(7, configuration.Get(Settings.Quorum));
        Assert.True(configuration.Get(Settings.SidesAtOnce));
        Assert.Equal([2ul, 3ul], configuration.Get(Settings.Operators));
        Assert.Equal(TimeSpan.FromSeconds(45), configuration.Get(Settings.VotingTime));
        Assert.Equal("\"complete\"", Settings.Streaming.Format(configuration.Get(Settings.Streaming)));
        Assert.Null(configuration.Get(Settings.BackupEvery));
        Assert.Equal(12.5, configuration.Get(Settings.K));
    }

    [Theory]
    [InlineData("ARENA_QUORUM", "many", "environment: ARENA_QUORUM is \"many\"; expected a whole number from 1 to 100000")]
    [InlineData("ARENA_OPERATORS", "1,bob", "environment: ARENA_OPERATORS is \"bob\"; expected a Discord id, which is a number of up to 20 digits (in Discord: Developer Mode, then Copy ID)")]
    [InlineData("ARENA_NODES", "http://a b", "environment: ARENA_NODES is \"http://a b\"; expected an address like \"http://127.0.0.1:11434\" or \"gpu-box:11434\"")]
    [InlineData("OLLAMA_HOST", "host:port", "environment: OLLAMA_HOST is \"host:port\"; expected an address like \"http://127.0.0.1:11434\" or \"gpu-box:11434\"")]
    [InlineData("ARENA_SANDBOX_PORT", "70000", "environment: ARENA_SANDBOX_PORT is \"70000\"; expected a port from 0 to 65535, 0 for any free one")]
    [InlineData("ARENA_MODELS", "real", "environment: ARENA_MODELS is \"real\"; expected \"demo\", or nothing")]
    [InlineData("ARENA_K", "NaN", "environment: ARENA_K is \"NaN\"; expected a number from 1 to 400")]
    [InlineData("ARENA_CONFIG", "elsewhere", "environment: ARENA_CONFIG is \"elsewhere\"; expected a folder that exists")]
    public void A_bad_variable_names_itself_its_value_and_what_was_expected(string variable, string value, string complaint)
    {
        using var folder = new ConfigurationCase().With(variable, value);

        Assert.Contains(complaint, folder.Complaints());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void An_empty_variable_is_not_set(string empty)
    {
        using var folder = new ConfigurationCase()
            .With("DISCORD_TOKEN", empty).With("ARENA_DISCORD_URL", empty).With("ARENA_DATA", empty).With("ARENA_MODELS", empty)
            .With("OLLAMA_HOST", empty).With("ARENA_QUORUM", empty).With("ARENA_CONFIG", empty).With("ARENA_SANDBOX_PORT", empty);

        var configuration = folder.Load();

        Assert.Equal(new DiscordChoice.OwnSandbox(5080), configuration.Discord);
        Assert.False(configuration.DemoModels);
        Assert.Equal([InferenceOptions.UsualNode], configuration.Get(Settings.Nodes));
        Assert.Equal(25, configuration.Get(Settings.Quorum));
    }

    [Fact]
    public void A_variable_that_is_nearly_one_of_ours_is_noted_and_no_error()
    {
        using var folder = new ConfigurationCase().With("ARENA_QORUM", "5").With("ARENA_TEST_DATA", "/somewhere").With("ARENA_COLOUR_SCHEME", "dark");

        Assert.Equal(["ARENA_QORUM is set in the environment and means nothing here. Did you mean ARENA_QUORUM?"], folder.Load().Notes);
    }

    [Fact]
    public void Data_lies_apart_for_the_sandbox_and_for_Discord()
    {
        using var folder = new ConfigurationCase();
        Assert.Equal(Path.Combine(folder.Root, "data", "sandbox"), folder.Load().DataFolder);

        folder.With("DISCORD_TOKEN", ConfigurationCase.RealToken);
        Assert.Equal(Path.Combine(folder.Root, "data", "live"), folder.Load().DataFolder);

        folder.With("ARENA_DATA", "here");
        Assert.Equal(Path.Combine(folder.Root, "here"), folder.Load().DataFolder);
    }

    [Fact]
    public void The_nearest_configuration_folder_above_is_found()
    {
        using var folder = new ConfigurationCase().Arena("""{ "battles": { "quorum": 3 } }""");
        var below = Directory.CreateDirectory(Path.Combine(folder.Root, "Bot", "bin"));
        Directory.CreateDirectory(Path.Combine(folder.Root, "Bot", "config")); // holds none of the files: not ours

        var configuration = ArenaConfiguration.Load(new ArenaEnvironment([], below.FullName, Path.Combine(folder.Root, "program")));

        Assert.Equal(folder.Folder, configuration.Folder);
        Assert.Equal(3, configuration.Get(Settings.Quorum));
    }

    [Fact]
    public void Away_from_any_configuration_the_shipped_one_counts()
    {
        using var folder = new ConfigurationCase();
        using var elsewhere = new TempFolder();

        var configuration = ArenaConfiguration.Load(new ArenaEnvironment([], elsewhere.Path, folder.Root));

        Assert.Equal(folder.Folder, configuration.Folder);
    }
}
