using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class DiscordRulesTests
{
    [Fact]
    public void Without_a_token_the_arena_runs_in_its_own_sandbox()
    {
        using var folder = new ConfigurationCase().With("ARENA_SANDBOX_PORT", "0");

        Assert.Equal(new DiscordChoice.OwnSandbox(0), folder.Load().Discord);
        Assert.True(folder.Load().Discord.IsSandbox);
    }

    [Fact]
    public void With_a_token_the_bot_is_the_real_one()
    {
        using var folder = new ConfigurationCase().With("DISCORD_TOKEN", ConfigurationCase.RealToken);

        Assert.Equal(new DiscordChoice.Live(ConfigurationCase.RealToken), folder.Load().Discord);
        Assert.False(folder.Load().Discord.IsSandbox);
    }

    [Fact]
    public void A_sandbox_that_runs_by_itself_is_found_by_its_address()
    {
        using var folder = new ConfigurationCase().With("DISCORD_TOKEN", "sandbox-bot").With("ARENA_DISCORD_URL", "http://127.0.0.1:5080");

        var choice = Assert.IsType<DiscordChoice.OtherSandbox>(folder.Load().Discord);

        Assert.Equal(new Uri("http://127.0.0.1:5080"), choice.Address);
        Assert.True(choice.IsSandbox);
    }

    [Theory]
    [InlineData(ConfigurationCase.RealToken)]
    [InlineData("anything-else")]
    public void Only_a_sandbox_token_is_ever_sent_to_a_sandbox(string token)
    {
        using var folder = new ConfigurationCase().With("DISCORD_TOKEN", token).With("ARENA_DISCORD_URL", "http://127.0.0.1:5080");

        var complaint = Assert.Single(folder.Complaints());

        Assert.StartsWith("environment: DISCORD_TOKEN is (", complaint, StringComparison.Ordinal);
        Assert.Contains("a real token is sent to Discord only", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain(token, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_without_a_token_is_half_a_choice()
    {
        using var folder = new ConfigurationCase().With("ARENA_DISCORD_URL", "http://127.0.0.1:5080");

        Assert.Equal(
            ["environment: ARENA_DISCORD_URL is \"http://127.0.0.1:5080\"; expected DISCORD_TOKEN beside it; the sandbox prints both"],
            folder.Complaints());
    }

    [Fact]
    public void A_sandbox_token_is_not_sent_to_Discord()
    {
        using var folder = new ConfigurationCase().With("DISCORD_TOKEN", "sandbox-bot");

        Assert.Equal(
            ["environment: DISCORD_TOKEN is a sandbox's token; expected ARENA_DISCORD_URL beside it, or no token at all to play in the sandbox"],
            folder.Complaints());
    }

    [Theory]
    [InlineData("hunter2")]
    [InlineData("1042157199617884160")]
    [InlineData("Bot MTA0MjE1NzE5OTYxNzg4NDE2MA.GkT3-x.zL8q0pW5n_Rr2yV7uHc1aBdEfGhIjKlMnOpQrS")]
    public void What_is_no_token_is_refused_without_being_shown(string token)
    {
        using var folder = new ConfigurationCase().With("DISCORD_TOKEN", token);

        var complaint = Assert.Single(folder.Complaints());

        Assert.Contains("https://discord.com/developers/applications", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain(token, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_models_never_play_beside_a_real_token()
    {
        using var folder = new ConfigurationCase().With("DISCORD_TOKEN", ConfigurationCase.RealToken).With("ARENA_MODELS", "demo");

        Assert.Equal(
            ["environment: ARENA_MODELS is \"demo\"; expected nothing beside a real token; demo models play in the sandbox only"],
            folder.Complaints());
    }

    [Fact]
    public void A_token_is_in_no_text_made_from_the_choice()
    {
        Assert.DoesNotContain("secret", new DiscordChoice.Live("secret").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new DiscordChoice.OtherSandbox(new Uri("http://127.0.0.1:1"), "secret").ToString(), StringComparison.Ordinal);
    }
}
