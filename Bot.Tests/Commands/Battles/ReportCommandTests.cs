using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Tests.Commands.Battles;

public sealed class ReportCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reported_answer_is_out_of_sight_at_once_the_vote_goes_on_and_a_moderator_decides()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();

        Assert.Contains("What should not be shown?", await arena.OnMessageAsync("Report battle", battle.Message!.Value), StringComparison.Ordinal);
        Assert.Equal(ReportMessage.Done, await SendAsync(arena, "1:A", "It is *rude*"));

        await SeenAsync(arena, text => text.Contains(HiddenParts.Waiting, StringComparison.Ordinal));
        await arena.Get<BallotBox>().CastAsync(battle.Message.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);
        Assert.Equal(1, (await arena.TallyAsync(1)).A);
        var notice = arena.Discord.Posted.Last();
        Assert.StartsWith("**Reported** · answer A of battle 1 by 1 member", notice.Content, StringComparison.Ordinal);
        Assert.Contains("It is *rude*", notice.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("fox", notice.Content, StringComparison.OrdinalIgnoreCase);

        Assert.Contains("<file SPOILER_answer-a.md", await arena.PressAsync("report-look:1", Moderator), StringComparison.Ordinal);
        await arena.PressAsync("report-hide:1", Moderator);
        await SeenAsync(arena, text => text.Contains(HiddenParts.Judged, StringComparison.Ordinal));
        Assert.Contains("This is decided already.", await arena.PressAsync("report-hide:1", Moderator), StringComparison.Ordinal);
        Assert.Equal(ReportMessage.Judged(Arena.Core.Integrity.ReportState.Hidden), await SendAsync(arena, "1:A", ""));

        await arena.PressAsync("report-show:1", Moderator);
        await SeenAsync(arena, text => !text.Contains("Hidden", StringComparison.Ordinal));
        Assert.Equal(
            ["report.shown", "report.hidden", "report.made"],
            (await arena.Get<AuditStore>().LatestAsync(null, 50, Cancel)).Select(entry => entry.Action).Where(action => action.StartsWith("report", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reported_prompt_is_hidden_too_and_can_not_be_asked_again()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await SendAsync(arena, "1:Prompt", "");

        await SeenAsync(arena, text => !text.Contains("Is 91 prime?", StringComparison.Ordinal));
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);
        await arena.PressAsync("reveal:1");
        await arena.UntilAsync(1, settled => settled.State == BattleState.Settled);
        Assert.Equal($"(ephemeral)\n{ReportMessage.HiddenPrompt}", await arena.PressAsync("same:1"));
    }

    [Fact]
    public async Task Several_reports_of_one_battle_are_one_notice_and_the_same_member_is_told_so()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        await SendAsync(arena, "1:A", "");
        var posted = arena.Discord.Posted.Count;

        Assert.Equal(ReportMessage.AlreadyReported, await SendAsync(arena, "1:A", ""));
        Assert.Equal(ReportMessage.Done, await SendAsync(arena, "1:AB", "", Bob));

        Assert.Equal(posted, arena.Discord.Posted.Count);
        Assert.Contains(arena.Discord.Edits, edit => edit.Content?.StartsWith("**Reported** · both answers of battle 1 by 2 members", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_member_or_a_moderator_of_another_server_decides_nothing()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await SendAsync(arena, "1:A", "");

        foreach (var verb in new[] { "report-look", "report-show", "report-hide" })
        {
            Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.PressAsync($"{verb}:1"));
            Assert.Equal($"(ephemeral)\n{ReportMessage.NothingReported}", await arena.PressAsync($"{verb}:1", Elsewhere));
            Assert.Equal($"(ephemeral)\n{ReportMessage.NothingReported}", await arena.PressAsync($"{verb}:nonsense", Moderator));
        }

        Assert.Equal($"(ephemeral)\n{ErrorText.NotABattle}", await arena.OnMessageAsync("Report battle", battle.Message!.Value, Elsewhere));
        Assert.Equal(ErrorText.BattleUnknown, await SendAsync(arena, "1:A", "", Elsewhere));
        Assert.Equal(ErrorText.UnknownChoice, await SendAsync(arena, "1:C", ""));
        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownChoice}", await arena.ChooseAsync("report:1", ["'; drop table reports"]));
    }

    [Fact]
    public async Task Five_reports_of_a_member_may_wait()
    {
        await using var arena = await CommandDriver.StartAsync();
        for (var battle = 1; battle <= 6; battle++)
        {
            await arena.UseAsync("battle", new { prompt = $"Is {battle} prime?" });
            await arena.UntilAsync(battle, found => found.State == BattleState.Voting);
            Assert.Equal(battle <= 5 ? ReportMessage.Done : ReportMessage.TooMany(5), await SendAsync(arena, $"{battle}:B", ""));
        }
    }

    private static InteractionOrigin Bob(InteractionOrigin origin) => origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.None) };

    private static InteractionOrigin Moderator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer) };

    private static InteractionOrigin Elsewhere(InteractionOrigin origin) => Moderator(origin) with { Server = new ServerId(77) };

    // Whether it is ephemeral is said when it is announced, or with it.
    private static async Task<string> SendAsync(CommandDriver arena, string subject, string reason, Func<InteractionOrigin, InteractionOrigin>? but = null) =>
        (await arena.SubmitAsync($"report-why:{subject}", new { reason }, but)).Replace("(ephemeral)\n", "", StringComparison.Ordinal);

    private static Task SeenAsync(CommandDriver arena, Func<string, bool> how) => Eventually.TrueAsync(() => Task.FromResult(
        arena.Discord.Edits.LastOrDefault(edit => edit.Content?.StartsWith("**Battle**", StringComparison.Ordinal) == true) is { } last
        && how($"{last.Content}\n{string.Join('\n', last.Embeds?.Select(embed => embed.Description) ?? [])}")));
}
