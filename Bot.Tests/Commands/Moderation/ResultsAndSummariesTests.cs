using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Leaderboards;
using Arena.Core.Servers;
using Bot.Discord;

namespace Bot.Tests.Commands.Moderation;

public sealed class ResultsAndSummariesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_result_is_posted_with_names_and_a_link_to_its_battle()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(CommandDriver.Home, CommandDriver.Bob, settings => settings with { ResultsChannel = new ChannelId(88) }, Cancel);
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);

        await arena.PressAsync("reveal:1");

        var result = await Eventually.GetAsync(() => Task.FromResult(arena.Discord.Posted.FirstOrDefault(posted => posted.Nonce == "result-1")));
        Assert.Matches(@"^\*\*\w+:\db\*\* \(A\) and \*\*\w+:\db\*\* \(B\)\n> Is 91 prime\?\n\*\*A won\*\*, 1 : 0\..*\nhttps://discord\.com/channels/1/2/\d+$", result.Content);
        Assert.Contains(arena.Discord.Journal, line => line.Contains("88", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_result_whose_channel_is_closed_to_the_bot_hinders_nothing()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(CommandDriver.Home, CommandDriver.Bob, settings => settings with { ResultsChannel = new ChannelId(88) }, Cancel);
        arena.Discord.Before = call => call.StartsWith("post", StringComparison.Ordinal) && call.Contains("88", StringComparison.Ordinal)
            ? throw new DiscordException(DiscordFailure.MissingPermissions, "no", null)
            : Task.CompletedTask;
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);

        await arena.PressAsync("reveal:1");

        await Eventually.TrueAsync(() => Task.FromResult(arena.Discord.Edits.Any(edit => edit.Embeds?.Any(embed => embed.Description?.Contains("A won", StringComparison.Ordinal) == true) == true)));
    }

    [Fact]
    public async Task A_summary_comes_with_the_board_and_its_picture()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);
        await arena.PressAsync("reveal:1");
        await arena.UntilAsync(1, found => found.State == BattleState.Settled);

        await arena.Get<ISummaryScreen>().PostAsync(
            CommandDriver.Home, new ChannelId(88), new DailySummary(new DateOnly(2026, 11, 21), 1, 1, 1, [], null, [new ActiveVoter(CommandDriver.Bob, 1)]), Cancel);

        var summary = Assert.Single(arena.Discord.Posted, posted => posted.Nonce == "summary-20261121");
        Assert.StartsWith("**Yesterday**, 21 November: 1 battle with 1 vote of 1 member.", summary.Content, StringComparison.Ordinal);
        Assert.Equal("leaderboard.png", Assert.Single(summary.Files).Name);
    }

    [Fact]
    public async Task Where_a_summary_may_not_be_posted_the_moderators_are_told()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        arena.Discord.Before = call => call.StartsWith("post", StringComparison.Ordinal) && call.Contains("88", StringComparison.Ordinal)
            ? throw new DiscordException(DiscordFailure.MissingPermissions, "no", null)
            : Task.CompletedTask;

        Assert.Null(await arena.Get<ISummaryScreen>().PostAsync(
            CommandDriver.Home, new ChannelId(88), new DailySummary(new DateOnly(2026, 11, 21), 1, 1, 1, [], null, []), Cancel));

        Assert.Contains(arena.Discord.Posted, posted => posted.Content?.StartsWith("I may not post the daily summary in <#88>.", StringComparison.Ordinal) == true);
    }
}
