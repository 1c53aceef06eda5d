using System.Collections.Concurrent;
using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Starting;
using Arena.Core.Battles.Voting;
using Arena.Core.Inference;
using Arena.Core.Roster;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Battles.Generating;

/// <summary>Going on with a battle's conversation before anybody votes.</summary>
public sealed class FollowUpTests
{
    private const string Further = "And why is it red in the evening?";

    private static readonly MemberId Ada = ArenaDriver.Member(1);
    private static readonly MemberId Bea = ArenaDriver.Member(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_models_answer_a_further_question_knowing_what_they_said_themselves()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var asked = new ConcurrentQueue<ChatRequest>();
        foreach (var tag in new[] { "fox:1b", "owl:7b" })
            arena.Host.Script(tag, (request, _) => Recorded(request));
        var battle = await arena.OpenVoteAsync();
        var again = await AskFurtherAsync(arena, battle);

        Assert.Equal((2, BattleState.Voting, Further), (again.Turn, again.State, again.Question));
        Assert.Equal(
            ["User: Why is the sky blue?", "Assistant: fox:1b in turn 1", $"User: {Further}"],
            asked.Last(request => request.Tag == "fox:1b").Conversation.Select(turn => $"{turn.Role}: {turn.Text}"));
        var shown = arena.Screen.Find(battle.Id)!.Latest;
        Assert.Equal($"{battle.ModelA} in turn 2", shown.A.Text);
        Assert.Equal([new AnsweredTurn("Why is the sky blue?", $"{battle.ModelA} in turn 1", $"{battle.ModelB} in turn 1")], shown.Earlier);
        Assert.Equal(1, arena.Screen.Messages);
        Assert.Null(shown.A.Model ?? shown.B.Model);
        arena.NothingWarned();

        async IAsyncEnumerable<ChatChunk> Recorded(ChatRequest request)
        {
            await Task.Yield();
            asked.Enqueue(request);
            yield return new ChatChunk($"{request.Tag} in turn {(request.Conversation.Count + 1) / 2}", "", null);
            yield return new ChatChunk("", "", new ChatTotals("stop", TimeSpan.Zero, TimeSpan.Zero, 1, TimeSpan.Zero, 1, TimeSpan.FromSeconds(1)));
        }
    }

    [Fact]
    public async Task The_vote_opens_anew_and_the_ballots_judge_the_whole_conversation()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Time.Advance(TimeSpan.FromMinutes(9));
        var again = await AskFurtherAsync(arena, battle);
        Assert.Equal(battle.ClosesAt + TimeSpan.FromMinutes(9), again.ClosesAt);

        arena.Time.Advance(TimeSpan.FromMinutes(5));            // past the first closing time
        await arena.ReactAsync(again, Ada, Choice.A);
        Assert.Equal(BattleState.Voting, (await arena.FindAsync(battle.Id)).State);
        arena.Time.Advance(TimeSpan.FromMinutes(5));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        var shown = arena.Screen.Find(battle.Id)!.Latest;
        Assert.Equal(1, shown.Tally!.Value.A);
        Assert.Single(shown.Earlier);
        Assert.Equal(4, await arena.QueryAsync<long>("select count(*) from answers"));
        Assert.Equal((string?)Further, await arena.QueryAsync<string>("select prompt from turns"));
    }

    [Fact]
    public async Task Once_somebody_has_voted_it_does_not_go_on_until_they_take_it_back()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);

        Assert.IsType<FollowUpResult.VotedAlready>(await TryAskAsync(arena, battle));
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from turns"));

        await arena.UnreactAsync(battle, Ada, Choice.A);
        await AskFurtherAsync(arena, battle);
    }

    [Fact]
    public async Task Of_a_ballot_and_a_question_at_the_same_moment_one_comes_first_and_nothing_is_lost()
    {
        for (var round = 0; round < 10; round++)
        {
            await using var arena = await ArenaDriver.StartAsync();
            var battle = await arena.OpenVoteAsync();
            var voting = Task.Run(() => arena.ReactAsync(battle, Ada, Choice.B), Token);
            var asking = Task.Run(() => TryAskAsync(arena, battle), Token);
            await Task.WhenAll(voting, asking);

            if (await asking is FollowUpResult.Asked)
                await arena.VoteIsOpenAsync(battle.Id, offers: 2);
            else
                Assert.IsType<FollowUpResult.VotedAlready>(await asking);
            // Asked first, the reaction stands under the message all the same and counts when the vote opens anew.
            await Eventually.TrueAsync(async () => (await arena.BallotsAsync(battle)).GetValueOrDefault(Ada) == Choice.B, "the ballot counts");
        }
    }

    [Fact]
    public async Task Reactions_while_a_further_turn_is_answered_count_when_the_vote_opens_again_even_over_a_restart()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Host.Holds("owl:7b");
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));
        await arena.IsShownAsync(battle.Id, BattleState.Generating);

        Assert.IsType<CastResult.NotVoting>(await arena.ReactAsync(battle, Ada, Choice.A));
        await arena.DieAndRestartAsync(run: false);
        arena.Host.Says("owl:7b", "now it answers");
        arena.Run();
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);

        await Eventually.TrueAsync(async () => (await arena.BallotsAsync(battle)).GetValueOrDefault(Ada) == Choice.A, "the ballot counts");
    }

    [Fact]
    public async Task It_goes_on_as_often_as_the_server_allows()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await AllowAsync(arena, 2);
        var battle = await arena.OpenVoteAsync();
        await AskFurtherAsync(arena, battle);
        var last = await AskFurtherAsync(arena, battle);

        Assert.False(last.MayGoOn);
        Assert.Equal(new FollowUpResult.NoFurtherTurn(2), await TryAskAsync(arena, battle));
        Assert.Equal(2, arena.Screen.Find(battle.Id)!.Latest.Earlier.Count);
    }

    [Fact]
    public async Task Where_a_server_allows_none_it_never_goes_on_and_a_battle_keeps_what_it_started_with()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await AllowAsync(arena, 0);
        var battle = await arena.OpenVoteAsync();
        await AllowAsync(arena, 5);

        Assert.Equal(new FollowUpResult.NoFurtherTurn(0), await TryAskAsync(arena, battle));
    }

    [Fact]
    public async Task Only_the_starter_and_moderators_ask_further()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();

        Assert.IsType<FollowUpResult.NotYours>(await TryAskAsync(arena, battle, by: Bea));
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle, by: Bea, isModerator: true));
        Assert.Equal((long)Bea.Value, await arena.QueryAsync<long>("select asked_by from turns"));
    }

    [Fact]
    public async Task Two_questions_at_once_are_one_further_turn_and_what_was_written_before_it_is_not_taken_for_one_after()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        var gate = arena.Host.Holds("owl:7b");

        var both = await Task.WhenAll(TryAskAsync(arena, battle), TryAskAsync(arena, battle));
        Assert.Single(both.OfType<FollowUpResult.Asked>());
        Assert.Single(both.OfType<FollowUpResult.AnotherTurn>());

        gate.SetResult();
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);
        Assert.IsType<FollowUpResult.GoneOn>(await arena.Get<FollowUpDesk>().AskAsync(battle.Id, 1, battle.Starter, false, Further, Token));
    }

    [Fact]
    public async Task A_further_question_is_checked_like_a_prompt()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(
            ArenaDriver.Server, Ada, of => of with { MaxPromptCharacters = 40, BlockedPhrases = ["pineapple"] }, Token);
        var battle = await arena.OpenVoteAsync();

        Assert.Equal(new StartResult.PromptEmpty(), await RefusalAsync(arena, battle, " \n"));
        Assert.Equal(new StartResult.PromptTooLong(40, 41), await RefusalAsync(arena, battle, new string('a', 41)));
        Assert.Equal(new StartResult.BlockedPhrase(), await RefusalAsync(arena, battle, "With Pineapple?"));
        await arena.Get<BanDesk>().BanAsync(ArenaDriver.Server, battle.Starter, "x", null, Ada, Token);
        Assert.Equal(new StartResult.Banned(), await RefusalAsync(arena, battle, Further));
    }

    [Fact]
    public async Task A_conversation_that_fills_the_context_does_not_go_on()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Says("fox:1b", new string('x', 3 * 8_192));
        var battle = await arena.OpenVoteAsync();

        Assert.Equal(new StartResult.NoRoomForAnswer(8_192, null), await RefusalAsync(arena, battle, Further));
    }

    [Fact]
    public async Task A_further_turn_counts_as_a_battle_that_waits()
    {
        await using var arena = await ArenaDriver.StartAsync(
            new BattleOptions { Streaming = RevealOfText.Complete, Seed = 1, WaitingPerMember = 1 });
        var battle = await arena.OpenVoteAsync();
        var gate = arena.Host.Holds("owl:7b");
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));

        Assert.IsType<StartResult.MemberHasTooManyWaiting>(await arena.Desk.StartAsync(arena.Request(), Token));
        gate.SetResult();
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);

        var second = await arena.OpenVoteAsync();
        arena.Host.Holds("owl:7b");
        await arena.StartBattleAsync();
        Assert.Equal(new StartResult.MemberHasTooManyWaiting(1), await RefusalAsync(arena, second, Further));
    }

    [Theory]
    [InlineData(ModelHostFailure.ModelMissing, VoidReason.ModelNotLoaded)]
    [InlineData(ModelHostFailure.ModelFailed, VoidReason.ModelFailed)]
    public async Task A_model_that_fails_in_a_further_turn_leaves_the_vote_on_those_before(ModelHostFailure failure, VoidReason reason)
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Host.Fails("fox:1b", failure);
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));
        await IsTakenBackAsync(arena, battle, reason);

        Assert.Equal("question.dropped", await arena.QueryAsync<string>("select action from audit order by id desc limit 1"));
        arena.Host.Says("fox:1b", "well again");
        var again = await AskFurtherAsync(arena, battle);
        Assert.Null(again.TurnDropped);
        Assert.Contains("well again", new[] { arena.Screen.Find(battle.Id)!.Latest.A.Text, arena.Screen.Find(battle.Id)!.Latest.B.Text });
    }

    [Fact]
    public async Task A_model_that_fails_in_a_further_turn_is_not_benched_since_that_would_tell_who_is_in_the_open_vote()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Host.Fails("fox:1b", ModelHostFailure.ModelMissing);
        for (var failed = 1; failed < BenchRule.Limit; failed++)
            await arena.IsStoredAsync((await arena.StartBattleAsync()).Id, BattleState.Void);

        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));
        await IsTakenBackAsync(arena, battle, VoidReason.ModelNotLoaded);

        Assert.True((await arena.Roster.FindAsync("fox:1b", Token))!.CanPlay);
    }

    [Fact]
    public async Task Who_cancels_a_further_turn_keeps_the_battle()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Host.Holds("owl:7b");
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));
        await arena.IsShownAsync(battle.Id, BattleState.Generating);

        Assert.Equal(BattleState.Voting, Assert.IsType<CancelResult.Cancelled>(await arena.Desk.CancelAsync(battle.Id, battle.Starter, false, Token)).Battle.State);
        await IsTakenBackAsync(arena, battle, VoidReason.Cancelled);

        await arena.ReactAsync(battle, Ada, Choice.B);
        arena.Time.Advance(TimeSpan.FromMinutes(10));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        Assert.Equal(1, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.B);
    }

    [Fact]
    public async Task When_the_models_stay_away_a_waiting_further_turn_is_taken_back_at_its_bound()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Host.IsDown = true;
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));
        await Eventually.TrueAsync(
            async () =>
            {
                if ((await arena.FindAsync(battle.Id)).State != BattleState.Voting)
                    arena.Time.Advance(TimeSpan.FromSeconds(30));
                return (await arena.FindAsync(battle.Id)).State == BattleState.Voting;
            },
            "the vote is open again");

        await IsTakenBackAsync(arena, battle, VoidReason.ModelsUnreachable);
    }

    [Fact]
    public async Task A_battle_whose_message_is_deleted_in_a_further_turn_is_void()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Host.Holds("owl:7b");
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));
        await arena.Desk.MessageDeletedAsync(battle.Message!.Value, Token);

        await arena.IsStoredAsync(battle.Id, BattleState.Void);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_further_turn_that_was_interrupted_starts_again_and_those_before_stay(bool isWaiting)
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Host.IsDown = isWaiting;
        arena.Host.Holds("owl:7b");
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));
        await arena.IsShownAsync(battle.Id, isWaiting ? BattleState.Queued : BattleState.Generating);

        await arena.DieAndRestartAsync(run: false);
        arena.Host.IsDown = false;
        arena.Host.Says("owl:7b", "now it answers");
        arena.Run();
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);

        var shown = arena.Screen.Find(battle.Id)!.Latest;
        Assert.Equal((2, Further), (shown.Battle.Turn, shown.Battle.Question));
        Assert.Single(shown.Earlier);
        Assert.Equal(4, await arena.QueryAsync<long>("select count(*) from answers"));
    }

    [Fact]
    public async Task A_vote_on_a_further_turn_goes_on_after_a_restart()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await AskFurtherAsync(arena, await arena.OpenVoteAsync());
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);
        await arena.ReactAsync(battle, Ada, Choice.A);

        await arena.DieAndRestartAsync();
        await arena.VoteIsOpenAsync(battle.Id, offers: 3);
        Assert.IsType<FollowUpResult.VotedAlready>(await TryAskAsync(arena, battle));
        arena.Time.Advance(TimeSpan.FromMinutes(10));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        Assert.Equal(1, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.A);
    }

    [Fact]
    public async Task Secret_ballots_go_on_too()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, Ada, of => of with { SecretBallot = true }, Token);
        var battle = await arena.StartBattleAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Voting);
        Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle));
        await Eventually.TrueAsync(
            () => arena.Screen.Find(battle.Id)!.Latest.Battle is { State: BattleState.Voting, Turn: 2 }, "the vote is open again");

        Assert.IsType<CastResult.Counted>(await arena.Box.ChooseAsync(battle.Id, new Voter(Ada, null), Choice.A, Token));
        Assert.IsType<FollowUpResult.VotedAlready>(await arena.Get<FollowUpDesk>().AskAsync(battle.Id, 2, battle.Starter, false, Further, Token));
        Assert.IsType<RevealResult.Revealed>(await arena.RevealAsync(battle));
    }

    [Fact]
    public async Task A_name_said_in_any_turn_is_an_identity_leak()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Says("fox:1b", "I am Fox, a language model.");
        var battle = await arena.OpenVoteAsync();
        arena.Host.Says("fox:1b", "As I said.");
        await AskFurtherAsync(arena, battle);
        await arena.RevealWithOneBallotAsync(await arena.FindAsync(battle.Id));

        Assert.NotNull((await arena.FindAsync(battle.Id)).Leak);
    }

    [Fact]
    public async Task A_settled_or_a_waiting_battle_has_no_further_turn()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(battle);
        Assert.Equal(new FollowUpResult.NotVoting(BattleState.Settled), await TryAskAsync(arena, battle));

        arena.Host.Holds("owl:7b");
        var waiting = await arena.StartBattleAsync();
        Assert.IsType<FollowUpResult.NotVoting>(await TryAskAsync(arena, waiting));
        Assert.IsType<FollowUpResult.Unknown>(await TryAskAsync(arena, battle with { Id = new BattleId(77) }));
    }

    private static async Task<FollowUpResult> TryAskAsync(ArenaDriver arena, Battle battle, MemberId? by = null, bool isModerator = false)
    {
        var turn = (await arena.Desk.FindAsync(battle.Id, Token))?.Turn ?? 1;
        return await arena.Get<FollowUpDesk>().AskAsync(battle.Id, turn, by ?? battle.Starter, isModerator, Further, Token);
    }

    /// <summary>Asks further, and waits until the vote on it is open and shown.</summary>
    private static async Task<Battle> AskFurtherAsync(ArenaDriver arena, Battle battle)
    {
        var asked = Assert.IsType<FollowUpResult.Asked>(await TryAskAsync(arena, battle)).Battle;
        await Eventually.TrueAsync(
            () => arena.Screen.Find(battle.Id)!.Latest.Battle is { State: BattleState.Voting } shown && shown.Turn == asked.Turn, "the vote is open anew");
        return await arena.FindAsync(battle.Id);
    }

    private static async Task<StartResult> RefusalAsync(ArenaDriver arena, Battle battle, string question) => Assert.IsType<FollowUpResult.Refused>(
        await arena.Get<FollowUpDesk>().AskAsync(battle.Id, battle.Turn, battle.Starter, false, question, Token)).Why;

    private static Task AllowAsync(ArenaDriver arena, int turns) =>
        arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, Ada, of => of with { FollowUpTurns = turns }, Token);

    private static async Task IsTakenBackAsync(ArenaDriver arena, Battle battle, VoidReason reason)
    {
        await Eventually.TrueAsync(
            () => arena.Screen.Find(battle.Id)!.Latest.Battle is { State: BattleState.Voting, TurnDropped: not null }, "the vote is open again, and says why");
        var shown = arena.Screen.Find(battle.Id)!.Latest;
        Assert.Equal((1, null, reason), (shown.Battle.Turn, shown.Battle.Question, shown.Battle.TurnDropped));
        Assert.NotEqual("", shown.A.Text);
        Assert.Empty(shown.Earlier);
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from turns"));
        Assert.Equal(2, await arena.QueryAsync<long>("select count(*) from answers"));
    }
}
