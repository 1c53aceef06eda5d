using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Privacy;
using Bot.Discord;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Tests.Commands.Battles;

public sealed class BattleButtonsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_starter_reveals_once_there_are_enough_votes()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();

        Assert.Equal("(ephemeral)\nReveal needs 1 vote; there are 0.", await arena.PressAsync("reveal:1"));
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);
        Assert.Equal("", await arena.PressAsync("reveal:1"));

        Assert.Equal(BattleState.Settled, (await arena.UntilAsync(1, _ => true)).State);
        Assert.Equal($"(ephemeral)\n{ErrorText.NotVoting(BattleState.Settled)}", await arena.PressAsync("reveal:1"));
    }

    [Fact]
    public async Task Others_can_not_reveal_but_moderators_can()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);

        var told = await arena.PressAsync("reveal:1", origin => origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.None) });
        Assert.Equal($"(ephemeral)\n{ErrorText.RevealNotYours}", told);

        Assert.Equal("", await arena.PressAsync("reveal:1", origin => origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer) }));
        Assert.Equal(BattleState.Settled, (await arena.UntilAsync(1, _ => true)).State);
    }

    [Fact]
    public async Task The_starter_cancels_while_it_waits()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Models.Gate = Task.Delay(Timeout.Infinite, Cancel);
        await arena.UseAsync("battle", new { prompt = "Hello" });

        var told = await arena.PressAsync("cancel:1", origin => origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.None) });
        Assert.Equal($"(ephemeral)\n{ErrorText.CancelNotYours}", told);

        Assert.Equal("", await arena.PressAsync("cancel:1"));
        Assert.Equal(VoidReason.Cancelled, (await arena.UntilAsync(1, battle => battle.IsOver)).VoidReason);
        Assert.Equal($"(ephemeral)\n{ErrorText.NotWaiting(BattleState.Void)}", await arena.PressAsync("cancel:1"));
    }

    [Theory]
    [InlineData("same:1")]
    [InlineData("again:1")]
    public async Task A_prompt_that_is_not_kept_any_more_is_not_asked_again(string button)
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);
        await arena.PressAsync("reveal:1");
        await arena.Get<PrivacyDesk>().ForgetAsync(CommandDriver.Alice, withTexts: true, Cancel);
        await Eventually.TrueAsync(async () =>
        {
            await arena.Get<TextRetention>().DropAsync(Cancel);
            return (await arena.UntilAsync(1, _ => true)).AreTextsDropped;
        });

        Assert.Equal($"(ephemeral)\n{ErrorText.PromptDropped}", await arena.PressAsync(button));
        Assert.Equal($"(ephemeral)\n{ReportMessage.TextsDropped}", await arena.OnMessageAsync("Report battle", battle.Message!.Value));
        Assert.Null(await arena.Get<BattleDesk>().FindAsync(new BattleId(2), Cancel));
    }

    [Theory]
    [InlineData("battle", "A prompt of the library?")]
    [InlineData("same:1", "Is 91 prime?")]
    [InlineData("again:1", "Is 91 prime?")]
    public async Task Another_battle_is_one_press_away(string button, string prompt)
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal("", await arena.PressAsync(button, pressed => pressed with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.None) }));

        var second = await arena.UntilAsync(2, battle => battle.Message is not null);
        Assert.Equal((CommandDriver.Bob, prompt), (second.Starter, second.Prompt));
    }

    [Theory]
    [InlineData("reveal:2", ErrorText.BattleUnknown)]
    [InlineData("reveal:", ErrorText.BattleUnknown)]
    [InlineData("reveal", ErrorText.BattleUnknown)]
    [InlineData("reveal:-1", ErrorText.BattleUnknown)]
    [InlineData("same:99999999999999999999", ErrorText.BattleUnknown)]
    [InlineData("cancel:1;drop table battles", ErrorText.BattleUnknown)]
    [InlineData("board:elo:server:x", ErrorText.UnknownButton)]
    [InlineData("board:nonsense", ErrorText.UnknownButton)]
    [InlineData("vote_a_v1", ErrorText.UnknownButton)]
    [InlineData("", ErrorText.UnknownButton)]
    public async Task Buttons_of_other_versions_and_of_nobody_are_answered_plainly(string customId, string sentence)
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{sentence}", await arena.PressAsync(customId));
    }

    [Fact]
    public async Task A_battle_of_another_server_is_out_of_reach()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        var told = await arena.PressAsync("reveal:1", origin => origin with { Server = new ServerId(9) });

        Assert.Equal($"(ephemeral)\n{ErrorText.BattleUnknown}", told);
    }
}
