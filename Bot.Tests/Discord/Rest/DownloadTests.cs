using Bot.Discord;
using Bot.Discord.Messages;

namespace Bot.Tests.Discord.Rest;

/// <summary>Files that members attach.</summary>
public sealed class DownloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_fetched_without_the_token()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("GET /attachments/1/2/a.txt", RestAnswer.Ok("Name a fish."));

        var content = await client.DownloadAsync(File(new Uri(discord.Address, "/api/v10/attachments/1/2/a.txt")), 100, Cancel).Within();

        Assert.Equal("Name a fish."u8.ToArray(), content);
        Assert.False(Assert.Single(discord.Calls).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_file_that_is_larger_than_wanted_is_not_fetched_and_not_believed_to_be_smaller()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        var address = new Uri(discord.Address, "/api/v10/attachments/1/2/a.txt");

        Assert.Null(await client.DownloadAsync(File(address) with { Size = 5 }, 4, Cancel).Within());
        Assert.Empty(discord.Calls);
        discord.On("GET /attachments/1/2/a.txt", RestAnswer.Ok("12345"));
        Assert.Null(await client.DownloadAsync(File(address), 4, Cancel).Within());
    }

    [Fact]
    public async Task No_redirection_is_followed()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("GET /attachments/1/2/a.txt", new RestAnswer(302).With("Location", new Uri(discord.Address, "/api/v10/elsewhere").ToString()));

        await Assert.ThrowsAsync<DiscordException>(() => client.DownloadAsync(File(new Uri(discord.Address, "/api/v10/attachments/1/2/a.txt")), 100, Cancel).Within());
        Assert.Single(discord.Calls);
    }

    [Theory]
    [InlineData("https://cdn.discordapp.com/attachments/1/2/a.txt", true)]
    [InlineData("https://media.discordapp.net/attachments/1/2/a.txt", true)]
    [InlineData("http://cdn.discordapp.com/attachments/1/2/a.txt", false)]
    [InlineData("https://cdn.discordapp.com.example.org/a.txt", false)]
    [InlineData("https://cdn.discordapp.com:8443/a.txt", false)]
    [InlineData("http://127.0.0.1/a.txt", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Discords_files_lie_at_its_own_hosts(string address, bool there) =>
        Assert.Equal(there, Endpoints.For(new DiscordOptions { Token = "a-token" }).HoldsFiles(new Uri(address)));

    [Theory]
    [InlineData("http://127.0.0.1:5080/attachments/1/2/a.txt", true)]
    [InlineData("http://localhost:5080/attachments/1/2/a.txt", true)]
    [InlineData("http://127.0.0.1:5081/a.txt", false)]
    [InlineData("https://cdn.discordapp.com/attachments/1/2/a.txt", false)]
    public void A_sandboxs_files_lie_in_the_sandbox(string address, bool there) => Assert.Equal(
        there,
        Endpoints.For(new DiscordOptions { Token = "sandbox-bot", BaseUrl = DiscordOptions.ForServer(new Uri("http://127.0.0.1:5080")) }).HoldsFiles(new Uri(address)));

    private static Attachment File(Uri address) => new(new AttachmentId(2), "a.txt", address, 1, "text/plain", null);
}
