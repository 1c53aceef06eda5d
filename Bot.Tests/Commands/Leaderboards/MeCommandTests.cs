using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Tests.Commands.Leaderboards;

public sealed class MeCommandTests
{
    private static readonly ulong Bob = CommandDriver.Bob.Value;

    [Fact]
    public async Task A_member_who_never_voted_is_told_how_to()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(MeMessage.NeverVoted, await arena.UseAsync("me"));
        Assert.Contains("defer quietly", arena.Discord.Journal);
    }

    [Fact]
    public async Task A_members_own_votes_are_told_to_that_member_alone()
    {
        var renderer = new FixedRenderer();
        await using var arena = await CommandDriver.StartAsync(more: renderer.Add);
        await StoredBattles.SettleAsync(arena, "fox:1b", "owl:7b", [(Bob, "A"), (8, "A"), (9, "B"), (10, "A")]);
        await StoredBattles.SettleAsync(arena, "owl:7b", "fox:1b", [(Bob, "A"), (8, "B")]);
        await StoredBattles.SettleAsync(arena, "owl:7b", "fox:1b", [(Bob, "B")]);
        await StoredBattles.SettleAsync(arena, "owl:7b", "fox:1b", [(8, "B")]);

        await arena.UseAsync("me", but: AsBob);

        Assert.Contains("defer quietly", arena.Discord.Journal);
        var message = arena.Discord.Answers.Last();
        var box = Assert.Single(message.Embeds);
        Assert.Equal("Your votes · this server", box.Title);
        Assert.Equal(
            """
            **Ballots** 3 in settled battles, all counted
            **Battles you started** 0 settled
            **Agreement with the community** 50 %: 1 of 2 ballots as the others saw it

            **Favourites**, drawn towards 50 % while ballots are few
            1\. fox:1b, 60 % from 3 ballots
            2\. owl:7b, 40 % from 3 ballots
            """.ReplaceLineEndings("\n"), box.Description!.TrimEnd());
        Assert.Equal("me.png", Assert.Single(message.Files).Name);
        Assert.Equal(renderer.Charts.Single().AltText, message.Files[0].Description);
    }

    [Fact]
    public async Task Votes_in_an_open_battle_are_not_told()
    {
        await using var arena = await CommandDriver.StartAsync(more: new FixedRenderer().Add);
        await StoredBattles.SettleAsync(arena, "fox:1b", "owl:7b", [(Bob, "A"), (8, "A")]);
        var before = await arena.UseAsync("me", but: AsBob);

        await arena.UseAsync("battle", new { prompt = "Is 91 prime?" }, AsBob);
        var battle = await arena.UntilAsync(2, found => found.State == BattleState.Voting);
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.B, TestContext.Current.CancellationToken);

        Assert.Equal(before, await arena.UseAsync("me", but: AsBob));
    }

    [Fact]
    public async Task Everywhere_and_here_are_told_apart()
    {
        await using var arena = await CommandDriver.StartAsync(more: new FixedRenderer().Add);
        await StoredBattles.SettleAsync(arena, "fox:1b", "owl:7b", [(Bob, "A")]);

        Assert.Contains("Your votes · everywhere", await arena.UseAsync("me", new { scope = "everywhere" }, AsBob), StringComparison.Ordinal);
        Assert.Contains("nobody else voted in these battles", await arena.UseAsync("me", new { scope = "server" }, AsBob), StringComparison.Ordinal);
        Assert.Contains(MeMessage.NeverVoted, await arena.UseAsync("me", but: origin => AsBob(origin) with { Server = new ServerId(77) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_scope_is_answered_plainly()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption("scope")}", await arena.UseAsync("me", new { scope = "moon" }));
        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption("scope")}", await arena.UseAsync("me", new { scope = 3 }));
    }

    private static InteractionOrigin AsBob(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Bob, Bot.Discord.Permissions.None) };
}
