using Arena.Core.Roster;
using Bot.Commands;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Roster;

namespace Bot.Tests.Commands.Roster;

public sealed class PullCommandTests
{
    [Theory]
    [InlineData(Permissions.None, 1UL, ErrorText.OnlyModerators)]
    [InlineData(Permissions.ManageServer, 2UL, ErrorText.OnlyRosterKeepers)]
    public async Task Only_those_who_care_for_the_roster_pull_by_command_or_button(Permissions permissions, ulong server, string sentence)
    {
        await using var arena = await CommandDriver.StartAsync();
        InteractionOrigin By(InteractionOrigin origin) =>
            origin with { Member = CommandDriver.Member(CommandDriver.Bob, permissions), Server = new ServerId(server) };

        Assert.Equal($"(ephemeral)\n{sentence}", await arena.UseAsync("model pull", new { model = "kiwi:3b" }, By));
        foreach (var id in new[] { "pull:kiwi:3b", "pull-again:1", "pull-add:1", "roster-add:kiwi:3b" })
            Assert.Equal($"(ephemeral)\n{sentence}", await arena.PressAsync(id, By));
        Assert.Empty(arena.Discord.Posted);
    }

    [Fact]
    public async Task Operators_pull_wherever_they_are()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions { HomeServer = CommandDriver.Home, Operators = [CommandDriver.Alice] });

        Assert.Equal("", await arena.UseAsync("model pull", new { model = "kiwi:3b" }, origin => origin with { Server = new ServerId(2) }));

        Assert.StartsWith("**kiwi:3b** · being pulled for <@4>", Assert.Single(arena.Discord.Posted).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_pull_is_told_where_the_first_runs_and_what_is_here_is_offered_to_the_roster()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ["fox:1b"]);
        await PullAsync(arena, "kiwi:3b");

        Assert.Equal("**kiwi:3b** is being pulled already: https://discord.com/channels/1/2/3", await PullAsync(arena, "Kiwi:3b"));
        Assert.Equal("`fox:1b` is here already, and on the roster.", await PullAsync(arena, "fox:1b"));
        Assert.Equal("`owl:7b` is here already, but does not play.\n[Let it play Primary roster-add:owl:7b]", await PullAsync(arena, "owl:7b"));
        Assert.Equal("**owl:7b (1B, Q4_0)** is on the roster and plays from the next battle on.", await PressAsync(arena, "roster-add:owl:7b"));

        await arena.Get<RosterKeeping>().RetireAsync("owl:7b", CommandDriver.Alice, TestContext.Current.CancellationToken);
        Assert.StartsWith("`owl:7b` is here already, but does not play.", await PullAsync(arena, "owl:7b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_that_was_taken_is_no_offer_any_more()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ["fox:1b"]);
        Assert.Contains("[Pull it Primary pull:kiwi:3b]", await AddAsync(arena, "kiwi:3b"), StringComparison.Ordinal);

        Assert.Equal("**kiwi:3b** is being pulled; its message in this channel shows how far it is.", await PressAsync(arena, "pull:kiwi:3b"));
        Assert.StartsWith("**kiwi:3b** is being pulled already: ", await PressAsync(arena, "pull:kiwi:3b"), StringComparison.Ordinal);
        Assert.StartsWith("**kiwi:3b** is being pulled already: ", await AddAsync(arena, "Kiwi:3b"), StringComparison.Ordinal);
        // What came of a press stands where the offer stood.
        Assert.Equal(2, arena.Discord.Journal.Count(line => line == "defer update"));
        Assert.DoesNotContain("follow up", arena.Discord.Journal);
    }

    [Fact]
    public async Task A_pull_that_is_tried_again_takes_the_button_off_the_message_of_the_first()
    {
        await using var arena = await CommandDriver.StartAsync();
        await PullAsync(arena, "kiwi:3b");
        await PressAsync(arena, "pull-cancel:1");
        var edited = arena.Discord.Answers.Count;

        Assert.Equal("", await PressAsync(arena, "pull-again:1"));

        Assert.Empty(Assert.Single(arena.Discord.Answers.Skip(edited)).Components);
        Assert.StartsWith("**kiwi:3b** · being pulled for <@4>", arena.Discord.Posted.Last().Content, StringComparison.Ordinal);
        Assert.Contains("**kiwi:3b** is being pulled already: ", await PressAsync(arena, "pull-again:1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_is_answered_in_one_sentence_and_starts_nothing()
    {
        await using var arena = await CommandDriver.StartAsync();

        foreach (var hostile in new[] { "", " ", "a b", "https://ollama.com/library/x", "x; rm -rf /", "`@everyone`", "x\u202Ey", new string('a', 300), "a/b/c/d" })
        {
            var told = await PullAsync(arena, hostile);
            Assert.InRange(told.Length, 1, 400);
            Assert.DoesNotContain("@everyone", told, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', told);
        }

        foreach (var stale in new[] { "pull-cancel:99", "pull-again:99", "pull-add:x", "pull-cancel:", "pull-again:-1", "pull-cancel:99999999999999999999999" })
            Assert.Contains(PullSentences.NoSuchPull, await PressAsync(arena, stale), StringComparison.Ordinal);
        Assert.Empty(arena.Discord.Posted);
    }

    [Fact]
    public async Task A_pull_of_another_server_is_not_reached_by_a_made_up_button()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions { HomeServer = CommandDriver.Home, Operators = [CommandDriver.Alice] });
        await PullAsync(arena, "kiwi:3b");

        Assert.Contains(
            PullSentences.NoSuchPull, await arena.PressAsync("pull-cancel:1", origin => origin with { Server = new ServerId(2) }), StringComparison.Ordinal);
        Assert.Equal("", await PressAsync(arena, "pull-cancel:1"));
        Assert.Contains(PullSentences.Over(PullState.Cancelled), await PressAsync(arena, "pull-cancel:1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_permission_is_named_before_anything_is_pulled()
    {
        await using var arena = await CommandDriver.StartAsync();

        var told = await arena.UseAsync("model pull", new { model = "kiwi:3b" }, origin => Moderator(origin) with { AppPermissions = Permissions.ViewChannel });

        Assert.Contains("I may not send messages in <#2>", told, StringComparison.Ordinal);
        Assert.Empty(arena.Get<PullDesk>().Running);
    }

    private static Task<string> PullAsync(CommandDriver arena, string model) => arena.UseAsync("model pull", new { model }, Moderator);

    private static Task<string> AddAsync(CommandDriver arena, string model) => arena.UseAsync("model add", new { model }, Moderator);

    private static Task<string> PressAsync(CommandDriver arena, string id) => arena.PressAsync(id, Moderator);

    private static InteractionOrigin Moderator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer) };
}
