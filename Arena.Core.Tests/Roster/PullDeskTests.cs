using Arena.Core.Inference;
using Arena.Core.Roster;

namespace Arena.Core.Tests.Roster;

public sealed class PullDeskTests
{
    private static readonly MemberId Bob = new(7);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_is_pulled_shown_put_on_the_roster_and_told_to_who_listens()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b", suggestion: null);
        var call = await CallAsync(arena, "otter:4b");
        call.Say("pulling manifest");
        call.Layer("a", 1000, 400);
        await ShownAsync(arena, pull, view => view is { Stage: PullStage.Downloading, Share: 0.4 });
        call.Say("verifying sha256 digest");
        await ShownAsync(arena, pull, view => view is { Stage: PullStage.Checking, Share: 1 });
        arena.Host.With("otter:4b");
        call.Succeed();

        await ShownAsync(arena, pull, view => view.Pull.State == PullState.Done && view.Added is AddResult.Added);
        Assert.True((await arena.Roster.FindAsync("otter:4b", Token))!.CanPlay);
        Assert.Equal(1, arena.PullScreen.Messages);
        Assert.Equal("pull.started otter:4b, pull.done otter:4b", await AuditAsync(arena));
        Assert.Equal(1L, await arena.QueryAsync<long>("select count(*) from pulls where state = 'Done' and node = 'http://127.0.0.1:1/' and completed_bytes = 1000"));
        arena.NothingWarned();
    }

    [Fact]
    public async Task Without_adds_the_model_waits_for_somebody_to_put_it_on_the_roster()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b", adds: false);
        Assert.Null(await arena.Pulls.AddAsync(pull, Bob, Token));
        await SucceedAsync(arena, "otter:4b");
        await ShownAsync(arena, pull, view => view is { Pull.State: PullState.Done, Added: null });
        Assert.Null(await arena.Roster.FindAsync("otter:4b", Token));

        Assert.IsType<AddResult.Added>(await arena.Pulls.AddAsync(pull, Bob, Token));

        Assert.IsType<AddResult.Added>(arena.PullScreen.Latest(pull)!.Added);
        Assert.NotNull(await arena.Roster.FindAsync("otter:4b", Token));
    }

    [Fact]
    public async Task A_model_that_can_not_answer_is_pulled_and_not_added()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "acorn-embed:33m");
        var call = await CallAsync(arena, "acorn-embed:33m");
        arena.Host.With("acorn-embed:33m", 1, "embedding");
        call.Succeed();

        await ShownAsync(arena, pull, view => view.Added is AddResult.CannotChat);
        Assert.Null(await arena.Roster.FindAsync("acorn-embed:33m", Token));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("https://ollama.com/library/otter")]
    [InlineData("otter:4b; rm -rf /")]
    [InlineData("$(otter)")]
    [InlineData("")]
    public async Task What_is_no_tag_is_refused_before_anybody_is_asked(string tag)
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.IsType<StartPullResult.Malformed>(await AskAsync(arena, tag));
        Assert.IsType<StartPullResult.Malformed>(await AskAsync(arena, new string('o', 300)));
        Assert.Equal(0, arena.PullScreen.Messages);
    }

    [Fact]
    public async Task Asked_for_twice_in_any_spelling_it_runs_once_and_the_second_is_told_where()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var first = await StartAsync(arena, "otter");

        foreach (var spelling in new[] { "otter:latest", "Otter", "library/otter", "registry.ollama.ai/library/otter:latest" })
        {
            var running = Assert.IsType<StartPullResult.AlreadyRunning>(await AskAsync(arena, spelling));
            Assert.Equal((first, true), (running.Pull.Id, running.Pull.Message is not null));
        }

        var both = await Task.WhenAll(AskAsync(arena, "kiwi:1b"), AskAsync(arena, "kiwi:1b"));
        Assert.Single(both.OfType<StartPullResult.Started>());
        Assert.Single(both.OfType<StartPullResult.AlreadyRunning>());
    }

    [Fact]
    public async Task Two_run_side_by_side_and_the_third_waits_its_turn_and_says_so()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await StartAsync(arena, "one:1b");
        var second = await StartAsync(arena, "two:1b");
        var third = await StartAsync(arena, "three:1b");
        await CallAsync(arena, "one:1b");
        await CallAsync(arena, "two:1b");
        await ShownAsync(arena, third, view => view.Stage == PullStage.Waiting);
        Assert.DoesNotContain(arena.PullScreen.Of(second), view => view.Stage == PullStage.Waiting);

        Assert.IsType<CancelPullResult.Cancelled>(await arena.Pulls.CancelAsync(second, Bob, isKeeper: true, Token));

        await CallAsync(arena, "three:1b");
    }

    [Fact]
    public async Task What_a_node_holds_is_not_pulled()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.With("new:1b").With("embed:1b", 1, "embedding");

        Assert.Equal(new StartPullResult.AlreadyHeld("fox:1b", CanChat: true, Plays: true), await AskAsync(arena, "FOX:1b"));
        Assert.Equal(new StartPullResult.AlreadyHeld("new:1b", CanChat: true, Plays: false), await AskAsync(arena, "new:1b"));
        Assert.Equal(new StartPullResult.AlreadyHeld("embed:1b", CanChat: false, Plays: false), await AskAsync(arena, "embed:1b"));
        arena.Host.IsDown = true;
        Assert.IsType<StartPullResult.NodesUnreachable>(await AskAsync(arena, "otter:4b"));
    }

    [Fact]
    public async Task Cancelling_closes_the_connection_and_is_for_the_one_who_asked_and_those_who_care_for_the_roster()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b");
        var call = await CallAsync(arena, "otter:4b");

        Assert.IsType<CancelPullResult.NotYours>(await arena.Pulls.CancelAsync(pull, Bob, isKeeper: false, Token));
        Assert.IsType<CancelPullResult.Unknown>(await arena.Pulls.CancelAsync(new PullId(99), Bob, isKeeper: true, Token));
        Assert.IsType<CancelPullResult.Cancelled>(await arena.Pulls.CancelAsync(pull, ArenaDriver.Alice, isKeeper: false, Token));

        await ShownAsync(arena, pull, view => view.Pull.State == PullState.Cancelled && view.Pull.EndedBy == ArenaDriver.Alice);
        Assert.True(call.IsDropped);
        Assert.Equal(new CancelPullResult.Over(PullState.Cancelled), await arena.Pulls.CancelAsync(pull, Bob, isKeeper: true, Token));
        Assert.Equal("pull.started otter:4b, pull.cancelled otter:4b", await AuditAsync(arena));
        await StartAsync(arena, "otter:4b");
    }

    [Theory]
    [InlineData(ModelHostFailure.ModelMissing, "pull model manifest: file does not exist", PullFailure.UnknownModel)]
    [InlineData(ModelHostFailure.PullFailed, "write /models/blobs/sha256-a-partial: no space left on device", PullFailure.DiskFull)]
    [InlineData(ModelHostFailure.PullFailed, "pull model manifest: Get \"https://registry.ollama.ai/v2/\": dial tcp: lookup registry.ollama.ai: no such host", PullFailure.RegistryUnreachable)]
    [InlineData(ModelHostFailure.PullFailed, "max retries exceeded: Get \"https://x\": connection refused", PullFailure.RegistryUnreachable)]
    [InlineData(ModelHostFailure.PullFailed, "pull model manifest: 412: The model you are attempting to pull requires a newer version of Ollama.", PullFailure.NodeTooOld)]
    [InlineData(ModelHostFailure.Stalled, null, PullFailure.Silent)]
    [InlineData(ModelHostFailure.NotOllama, null, PullFailure.NotOllama)]
    [InlineData(ModelHostFailure.PullFailed, "something nobody has seen", PullFailure.Other)]
    public async Task A_failure_is_known_by_what_the_node_said_and_stands_whole_in_the_operators_log(ModelHostFailure failure, string? said, PullFailure kind)
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "foxx:1b");
        var call = await CallAsync(arena, "foxx:1b");
        call.Layer("a", 1000, 400);
        call.Fail(failure, said);

        await ShownAsync(arena, pull, view => view.Pull is { State: PullState.Failed, TotalBytes: 1000 });

        var shown = arena.PullScreen.Latest(pull)!;
        Assert.Equal((kind, kind == PullFailure.UnknownModel ? "fox:1b" : null), (shown.Pull.Failure!.Value, shown.DidYouMean));
        Assert.Contains(arena.Log.Lines, line => line.Text.Contains(said ?? failure.ToString(), StringComparison.Ordinal));
        Assert.Equal("pull.started foxx:1b, pull.failed foxx:1b", await AuditAsync(arena));
    }

    [Fact]
    public async Task A_node_that_was_lost_is_asked_again_and_the_bar_goes_on_where_it_was()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b");
        var call = await CallAsync(arena, "otter:4b");
        call.Layer("a", 1000, 400);
        await ShownAsync(arena, pull, view => view.Share > 0);
        call.Fail(ModelHostFailure.ConnectionLost);
        await Eventually.TrueAsync(() => arena.Pulls.Running is [{ Stage: PullStage.Reconnecting, Share: 0.4 }]);

        var again = await CallAsync(arena, "otter:4b", number: 2);
        again.Layer("a", 1000, 380);
        await ShownAsync(arena, pull, view => view is { Stage: PullStage.Downloading, Share: 0.4, Pull.CompletedBytes: 400 });
    }

    [Fact]
    public async Task A_node_that_stays_away_ends_the_pull_after_so_many_times()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b");
        (await CallAsync(arena, "otter:4b")).Fail(ModelHostFailure.ConnectionLost);
        arena.Host.IsDown = true;

        await ShownAsync(arena, pull, view => view.Pull.Failure == PullFailure.NodeLost);
    }

    [Fact]
    public async Task Lines_without_a_byte_for_too_long_are_silence()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b");
        var call = await CallAsync(arena, "otter:4b");
        for (var i = 0; i < 3; i++)
        {
            call.Layer("a", 1000, 400);
            await ShownAsync(arena, pull, view => view.Share > 0);
            arena.Time.Advance(TimeSpan.FromMinutes(6));
        }

        call.Layer("a", 1000, 400);
        await ShownAsync(arena, pull, view => view.Pull.Failure == PullFailure.Silent);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_in_the_same_message()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b");
        var call = await CallAsync(arena, "otter:4b");
        call.Layer("a", 1000, 600);
        await ShownAsync(arena, pull, view => view.Share > 0);

        await arena.DieAndRestartAsync();

        var again = await CallAsync(arena, "otter:4b", number: 2);
        await ShownAsync(arena, pull, view => view is { Stage: PullStage.Asking, Share: 0.6 });
        arena.Host.With("otter:4b");
        again.Succeed();
        await ShownAsync(arena, pull, view => view.Added is AddResult.Added);
        Assert.Equal(1, arena.PullScreen.Messages);
    }

    [Fact]
    public async Task An_end_that_could_not_be_shown_is_shown_later_and_after_a_restart()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b");
        var call = await CallAsync(arena, "otter:4b");
        arena.PullScreen.Failures = 1000;
        arena.Host.With("otter:4b");
        call.Succeed();
        await Eventually.TrueAsync(async () => await arena.QueryAsync<long>("select count(*) from pulls where state = 'Done' and is_shown = 0") == 1);

        await arena.DieAndRestartAsync(run: false);
        arena.PullScreen.Failures = 1;
        arena.Run();

        await ShownAsync(arena, pull, view => view is { Pull.State: PullState.Done, Added: not null });
        await Eventually.TrueAsync(async () => await arena.QueryAsync<long>("select count(*) from pulls where is_shown = 1") == 1);
    }

    [Fact]
    public async Task A_deleted_message_is_posted_anew_and_a_channel_that_is_gone_stops_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var pull = await StartAsync(arena, "otter:4b");
        var call = await CallAsync(arena, "otter:4b");
        arena.PullScreen.Delete();
        call.Layer("a", 1000, 400);
        await ShownAsync(arena, pull, view => view.Share > 0);
        await Eventually.TrueAsync(async () => (await arena.Pulls.FindAsync(pull, Token))!.Message is { Value: > 70_001 });

        arena.PullScreen.IsGone = true;
        arena.Host.With("otter:4b");
        call.Succeed();

        await Eventually.TrueAsync(async () => await arena.QueryAsync<long>("select count(*) from pulls where state = 'Done' and is_shown = 1") == 1);
        Assert.True((await arena.Roster.FindAsync("otter:4b", Token))!.CanPlay);
        Assert.Contains(arena.Log.Warnings, line => line.Contains("goes on unseen", StringComparison.Ordinal));
    }

    private static async Task<StartPullResult> AskAsync(ArenaDriver arena, string tag, bool adds = true, long? suggestion = null) =>
        await arena.Pulls.StartAsync(tag, adds, ArenaDriver.Server, ArenaDriver.Channel, ArenaDriver.Alice, suggestion, Token);

    private static async Task<PullId> StartAsync(ArenaDriver arena, string tag, bool adds = true, long? suggestion = null) =>
        Assert.IsType<StartPullResult.Started>(await AskAsync(arena, tag, adds, suggestion)).Pull.Id;

    private static async Task SucceedAsync(ArenaDriver arena, string tag)
    {
        var call = await CallAsync(arena, tag);
        arena.Host.With(tag);
        call.Succeed();
    }

    /// <summary>The call that pulls this model, once the node hears it. Time passes meanwhile.</summary>
    private static Task<ScriptedPull> CallAsync(ArenaDriver arena, string tag, int number = 1) => Eventually.GetAsync(() =>
    {
        arena.Time.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(arena.Host.Pulls.Where(call => call.Tag == tag).ElementAtOrDefault(number - 1));
    });

    /// <summary>Waits until the message shows it. Time passes meanwhile.</summary>
    private static Task ShownAsync(ArenaDriver arena, PullId pull, Func<PullView, bool> how) => Eventually.TrueAsync(() =>
    {
        arena.Time.Advance(TimeSpan.FromSeconds(1));
        return arena.PullScreen.Of(pull).Any(how);
    });

    private static async Task<string?> AuditAsync(ArenaDriver arena) =>
        await arena.QueryAsync<string>("select group_concat(action || ' ' || subject, ', ') from audit where action like 'pull.%'");
}
