using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Tests.Commands.Battles;

/// <summary>The four buttons of a secret ballot.</summary>
public sealed class BallotButtonsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_press_is_confirmed_to_the_member_alone()
    {
        await using var arena = await StartAsync();
        var battle = await arena.VotingAsync();

        Assert.Equal(
            "Your vote: 🇦 A. Press another to change it, or the same again to take it back.", await arena.PressAsync("vote:1:A"));
        Assert.Equal(
            "Your vote: 👎 both bad. Press another to change it, or the same again to take it back.", await arena.PressAsync("vote:1:BothBad"));
        Assert.Equal(1, (await arena.TallyAsync(battle.Id.Value)).BothBad);
        Assert.Equal(BallotSentences.TakenBack, await arena.PressAsync("vote:1:BothBad"));
        Assert.Equal(0, (await arena.TallyAsync(battle.Id.Value)).Counted);
        Assert.DoesNotContain(arena.Discord.Journal, line => line == "defer" || line.StartsWith("react", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_later_press_wins_however_long_Discord_takes_with_the_earlier()
    {
        await using var arena = await StartAsync();
        await arena.VotingAsync();
        await arena.PressAsync("vote:1:A");
        var (held, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = true;
        arena.Discord.Before = async line =>
        {
            if (line != "defer quietly" || !first)
                return;
            first = false;
            held.SetResult();
            await gate.Task;
        };

        var earlier = arena.PressAsync("vote:1:B");
        await held.Task;
        var later = arena.PressAsync("vote:1:A");               // and not taking back what stood before the earlier
        gate.SetResult();
        await Task.WhenAll(earlier, later);

        Assert.Equal((1, 1), ((await arena.TallyAsync(1)).A, (await arena.TallyAsync(1)).Counted));
    }

    [Fact]
    public async Task The_same_press_again_before_the_first_has_taken_effect_takes_nothing_back()
    {
        await using var arena = await StartAsync();
        await arena.VotingAsync();
        var (held, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        arena.Discord.Before = async line =>
        {
            if (line != "defer quietly")
                return;
            held.TrySetResult();
            await gate.Task;
        };

        var first = arena.PressAsync("vote:1:A");
        await held.Task;
        var again = arena.PressAsync("vote:1:A");
        gate.SetResult();
        await Task.WhenAll(first, again);
        Assert.Equal(1, (await arena.TallyAsync(1)).A);

        // Whatever Discord's clock and ours tell: once it is stored, it is a press of its own.
        Assert.Equal(BallotSentences.TakenBack, await arena.PressAsync("vote:1:A"));
        Assert.Equal(0, (await arena.TallyAsync(1)).Counted);
    }

    [Fact]
    public async Task A_late_press_is_told_that_it_is_over()
    {
        await using var arena = await StartAsync();
        var battle = await arena.VotingAsync();
        await arena.PressAsync("vote:1:A");
        await arena.PressAsync("reveal:1");
        await arena.UntilAsync(1, found => found.State == BattleState.Settled);

        Assert.Equal("This battle is settled already.", await arena.PressAsync("vote:1:B"));
        Assert.Equal(1, (await arena.TallyAsync(battle.Id.Value)).A);
    }

    [Fact]
    public async Task A_reveal_that_comes_too_early_does_not_tell_how_many_voted()
    {
        await using var arena = await StartAsync(of => of with { SecretBallot = true, MinimumBallots = 3 });
        await arena.VotingAsync();
        await arena.PressAsync("vote:1:A");

        Assert.Equal("(ephemeral)\nReveal needs 3 votes; there are not that many yet.", await arena.PressAsync("reveal:1"));
    }

    [Theory]
    [InlineData("vote")]
    [InlineData("vote:1")]
    [InlineData("vote:1:C")]
    [InlineData("vote:1:a")]
    [InlineData("vote:1:0")]
    [InlineData("vote:77:A")]
    [InlineData("vote:x:A")]
    [InlineData("vote:1:A:B")]
    public async Task What_no_button_carries_is_no_vote(string customId)
    {
        await using var arena = await StartAsync();
        await arena.VotingAsync();

        Assert.Equal(ErrorText.BattleUnknown, (await arena.PressAsync(customId)).Replace("(ephemeral)\n", "", StringComparison.Ordinal));
        Assert.Equal(0, (await arena.TallyAsync(1)).Counted);
    }

    [Fact]
    public async Task A_battle_of_another_server_is_none_of_ours()
    {
        await using var arena = await StartAsync();
        await arena.VotingAsync();

        Assert.Equal(ErrorText.BattleUnknown, await arena.PressAsync("vote:1:A", origin => origin with { Server = new ServerId(2) }));
    }

    [Fact]
    public async Task Who_does_not_count_is_told_why_and_from_when_they_do()
    {
        await using var arena = await StartAsync(rules => rules with
        {
            SecretBallot = true, AccountAge = TimeSpan.FromDays(7), MembershipAge = TimeSpan.FromDays(3),
        });
        await arena.VotingAsync();
        var now = TimeProvider.System.GetUtcNow();
        var young = new Member(new MemberId(Snowflake.First(now)), "y", "y", false, Permissions.None, [], now.AddDays(-9));
        var late = new Member(new MemberId(11), "l", "l", false, Permissions.None, [], now.AddDays(-1));

        Assert.Equal(
            "Your vote: 🇦 A. It is kept, but not counted: votes count here from accounts that are old enough, and yours is "
                + $"<t:{young.Id.CreatedAt.AddDays(7).ToUnixTimeSeconds()}:R>.",
            await arena.PressAsync("vote:1:A", origin => origin with { Member = young }));
        Assert.Equal(
            "Your vote: 🤝 tie. It is kept, but not counted: votes count here from members who have been in the server for some time, and yours do "
                + $"<t:{now.AddDays(2).ToUnixTimeSeconds()}:R>.",
            await arena.PressAsync("vote:1:Tie", origin => origin with { Member = late }));
        await arena.Get<BanDesk>().BanAsync(CommandDriver.Home, late.Id, "l", null, CommandDriver.Alice, Token);
        Assert.EndsWith(
            "not counted: you are banned from this server's arena. Its moderators can take that back.",
            await arena.PressAsync("vote:1:A", origin => origin with { Member = late }), StringComparison.Ordinal);
        Assert.Equal(0, (await arena.TallyAsync(1)).Counted);
    }

    [Fact]
    public async Task Where_votes_are_reactions_the_button_of_another_time_says_so()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal(BallotSentences.ByReaction, await arena.PressAsync("vote:1:A"));
    }

    private static async Task<CommandDriver> StartAsync(Func<ServerSettings, ServerSettings>? rules = null)
    {
        var arena = await CommandDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(
            CommandDriver.Home, CommandDriver.Alice, rules ?? (of => of with { SecretBallot = true }), Token);
        return arena;
    }
}
