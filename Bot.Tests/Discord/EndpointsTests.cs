using Bot.Discord;

namespace Bot.Tests.Discord;

public sealed class EndpointsTests
{
    // Shaped like a real one; belongs to nobody.
    private const string RealLooking = "MTE5OTk5OTk5OTk5OTk5OTk5OQ" + ".GAbCdE." + "abcdefghijklmnopqrstuvwxyz0123456789_-";

    [Theory]
    [InlineData("http://127.0.0.1:5080/api/v10/")]
    [InlineData("https://discord.com.example.org/api/v10/")]
    [InlineData("http://discord.com/api/v10/")]
    [InlineData("https://notdiscord.com/api/v10/")]
    public void A_real_looking_token_is_sent_nowhere_but_to_Discord(string address)
    {
        var options = new DiscordOptions { Token = RealLooking, BaseUrl = new Uri(address) };

        var error = Assert.Throws<DiscordConfigurationException>(() => Endpoints.For(options));

        Assert.DoesNotContain(RealLooking, error.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://discord.com/api/v10")]
    [InlineData("https://canary.discord.com/api/v10/")]
    public void Discord_itself_gets_it(string? address)
    {
        var endpoints = Endpoints.For(new DiscordOptions { Token = RealLooking, BaseUrl = address is null ? null : new Uri(address) });

        Assert.True(endpoints.IsDiscord);
        Assert.EndsWith("/api/v10/", endpoints.Api.AbsoluteUri);
    }

    [Fact]
    public void The_sandboxes_token_may_go_to_the_sandbox()
    {
        var options = new DiscordOptions { Token = "sandbox-bot", BaseUrl = DiscordOptions.ForServer(new Uri("http://127.0.0.1:5080")) };

        Assert.Equal("http://127.0.0.1:5080/api/v10/", Endpoints.For(options).Api.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Bot abc")]
    [InlineData("abc\n")]
    [InlineData("ab\u00e9")]
    public void A_token_that_can_be_none_is_refused_before_anything_is_sent(string token)
    {
        Assert.Throws<DiscordConfigurationException>(() => Endpoints.For(new DiscordOptions { Token = token }));
    }

    [Theory]
    [InlineData("wss://gateway.discord.gg/", true)]
    [InlineData("wss://gateway-us-east1-b.discord.gg", true)]
    [InlineData("ws://gateway.discord.gg/", false)]
    [InlineData("wss://gateway.example.org/", false)]
    [InlineData("wss://discord.gg.example.org/", false)]
    public void The_gateway_that_Discord_names_is_Discords(string address, bool isAllowed)
    {
        var endpoints = Endpoints.For(new DiscordOptions { Token = RealLooking });

        if (isAllowed)
            Assert.Equal("?v=10&encoding=json", endpoints.Gateway(new Uri(address)).Query);
        else
            Assert.Throws<DiscordFatalException>(() => endpoints.Gateway(new Uri(address)));
    }

    [Theory]
    [InlineData("ws://127.0.0.1:5080/gateway", true)]
    [InlineData("ws://localhost:5080/gateway", true)]
    [InlineData("ws://[::1]:5080/gateway", true)]
    [InlineData("ws://192.168.1.2:5080/gateway", false)]
    [InlineData("wss://gateway.discord.gg/", false)]
    public void The_gateway_that_a_stand_in_names_is_on_this_machine(string address, bool isAllowed)
    {
        var endpoints = Endpoints.For(new DiscordOptions { Token = "sandbox-bot", BaseUrl = new Uri("http://127.0.0.1:5080/api/v10/") });

        if (isAllowed)
            Assert.Equal(new Uri(address).AbsolutePath, endpoints.Gateway(new Uri(address)).AbsolutePath);
        else
            Assert.Throws<DiscordFatalException>(() => endpoints.Gateway(new Uri(address)));
    }
}
