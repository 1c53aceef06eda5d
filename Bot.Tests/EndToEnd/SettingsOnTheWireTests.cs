using System.Net;
using System.Text.Json.Nodes;
using static Bot.Tests.Page.Browser;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.EndToEnd;

/// <summary>The settings of a server and who moderates it, through the wire and on the page.</summary>
public sealed class SettingsOnTheWireTests
{
    [Fact]
    public async Task A_moderator_changes_a_setting_on_the_page_and_it_stands_after_a_restart()
    {
        await using var browser = await LaunchAsync();
        await using var arena = await ArenaDriver.StartAsync();
        var page = await browser.OpenAsync(arena.Address, "alice");

        await arena.Alice.CommandAsync("arena settings");
        await Expect(page.GetByText("Settings: Voting")).ToBeVisibleAsync();
        await page.Locator("[data-testid^='select-settings:pick']").ClickAsync();
        await At(page, "select-option-voting-time").ClickAsync();
        await At(page, "button-Change…").ClickAsync();
        await Expect(At(page, "modal-field-value")).ToHaveValueAsync("10m");
        await At(page, "modal-field-value").FillAsync("5m");
        await At(page, "modal-submit").ClickAsync();
        await Expect(page.GetByText("Voting time: 10 minutes → 5 minutes.")).ToBeVisibleAsync();
        Assert.Equal("00:05:00", arena.Query<string>("select value from server_settings where key = 'voting time'").Single());
        Assert.Single(arena.Query<string>("select action from audit where subject = 'voting time'"));

        // The panel's state is in the message, so another process goes on with it.
        await arena.KillBotAsync();
        await arena.StartBotAsync();
        await At(page, "button-Back to the default").ClickAsync();
        await Expect(page.GetByText("Voting time: 5 minutes → 10 minutes.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Members_are_not_offered_it_and_their_calls_are_refused()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var stranger = await arena.NewMemberAsync("newcomer");

        foreach (var member in new[] { arena.Bob, stranger })
        {
            var index = (await member.GetAsync($"guilds/{member.Server}/application-command-index"))["application_commands"]!.AsArray();
            Assert.DoesNotContain(index, command => (string)command!["name"]! == "arena");
        }

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(arena.Address, $"/api/v10/guilds/{arena.Bob.Server}/members/{await IdAsync(arena.Bob)}/roles/{await RoleAsync(arena, "Moderators")}"));
        request.Headers.TryAddWithoutValidation("Authorization", "sandbox-bob");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_given_the_moderators_role_reveals_the_battles_of_others()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var role = (string)(await arena.Alice.PostAsync($"sandbox/guilds/{arena.Alice.Server}/roles", new JsonObject { ["name"] = "Referees", ["permissions"] = "0" }))["id"]!;
        await arena.Alice.CommandAsync("arena moderators", ("role", role));
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith($"Members with <@&{role}> moderate here", StringComparison.Ordinal));
        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots").Single() == 1));
        var membership = $"guilds/{arena.Bob.Server}/members/{await IdAsync(arena.Bob)}/roles/{role}";

        await arena.Bob.PressAsync(battle, "Reveal");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Only the one who started this battle", StringComparison.Ordinal));
        await arena.Alice.PutAsync(membership, new JsonObject());
        await arena.Bob.PressAsync(battle, "Reveal");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<string>("select state from battles").Single() == "Settled"));
    }

    private static async Task<string> IdAsync(MemberClient member) => (string)(await member.GetAsync("users/@me"))["id"]!;

    private static async Task<string> RoleAsync(ArenaDriver arena, string name) =>
        (string)(await arena.Alice.GetAsync($"guilds/{arena.Alice.Server}/roles")).AsArray().Single(role => (string)role!["name"]! == name)!["id"]!;
}
