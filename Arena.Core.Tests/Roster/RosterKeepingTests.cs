using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Roster;

public sealed class RosterKeepingTests
{
    private static readonly ServerId Elsewhere = new(101);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flagged_model_is_never_drawn_and_restoring_it_takes_the_flag_away()
    {
        await using var arena = await ArenaDriver.StartAsync();

        var flagged = Assert.IsType<RosterResult.Done>(
            await arena.Keeping.FlagAsync("fox:1b", " trained on the prompts ", "https://example.test/why", ArenaDriver.Alice, Token)).Model;

        Assert.Equal(new ModelFlag("trained on the prompts", "https://example.test/why"), flagged.Flag);
        Assert.Equal(ModelCondition.Flagged, flagged.Condition);
        Assert.Equal(new StartResult.TooFewModels(1), await arena.Desk.StartAsync(arena.Request(), Token));
        var audit = (await arena.Get<AuditStore>().LatestAsync(null, 1, Token)).Single();
        Assert.Equal(("model.flagged", "fox:1b", "trained on the prompts https://example.test/why"), (audit.Action, audit.Subject, audit.Detail));

        Assert.Null(Assert.IsType<RosterResult.Done>(await arena.Keeping.RestoreAsync("fox:1b", ArenaDriver.Alice, Token)).Model.Flag);
        await arena.StartBattleAsync();
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("why", "javascript:alert(1)")]
    [InlineData("why", "example.test/page")]
    [InlineData("why", "https://user:secret@example.test/")]
    [InlineData("why", "https://example.test/a b")]
    [InlineData("why", "https://example.test/`x`")]
    public async Task A_flag_without_a_reason_or_with_another_link_than_a_web_address_is_refused(string reason, string? link)
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.EndsWith(".", Assert.IsType<RosterResult.Malformed>(
            await arena.Keeping.FlagAsync("fox:1b", reason, link, ArenaDriver.Alice, Token)).Why);
        Assert.True((await arena.Roster.FindAsync("fox:1b", Token))!.CanPlay);
    }

    [Fact]
    public async Task What_is_drawn_already_is_played_though_its_model_is_retired_meanwhile()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var gate = arena.Host.Holds("fox:1b");
        var answered = await arena.StartBattleAsync();
        var waiting = await arena.StartBattleAsync();
        await arena.IsStoredAsync(answered.Id, BattleState.Generating);

        await arena.Keeping.RetireAsync("fox:1b", ArenaDriver.Alice, Token);
        gate.SetResult();

        await arena.VoteIsOpenAsync(answered.Id);
        await arena.VoteIsOpenAsync(waiting.Id);
    }

    [Fact]
    public async Task A_model_benched_in_one_server_plays_in_the_others()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Get<ServerStore>().RememberAsync(Elsewhere, Token);
        Assert.IsType<RosterResult.Done>(await arena.Keeping.BenchAsync(Elsewhere, "fox:1b", ArenaDriver.Alice, Token));
        Assert.IsType<RosterResult.Unchanged>(await arena.Keeping.BenchAsync(Elsewhere, "fox:1b", ArenaDriver.Alice, Token));

        Assert.Equal(new StartResult.TooFewModels(1), await arena.Desk.StartAsync(arena.Request(server: Elsewhere), Token));
        await arena.StartBattleAsync();

        Assert.IsType<RosterResult.Done>(await arena.Keeping.PlayAsync(Elsewhere, "fox:1b", ArenaDriver.Alice, Token));
        await arena.StartBattleAsync(arena.Request(server: Elsewhere));
        Assert.Equal(
            ["model.played", "model.benched"], (await arena.Get<AuditStore>().LatestAsync(Elsewhere, 2, Token)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task An_age_restricted_model_plays_in_age_restricted_channels_only()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Keeping.EditAsync("fox:1b", new ModelEdit(ModelKind.FineTuned, "Fox", true), ArenaDriver.Alice, Token);

        var edited = (await arena.Roster.FindAsync("fox:1b", Token))!;
        Assert.Equal(("Fox", ModelKind.FineTuned, true), (edited.DisplayName, edited.Kind, edited.IsAgeRestricted));
        Assert.Equal(["owl:7b"], (await arena.Roster.PlayableAsync(ArenaDriver.Server, false, Token)).Select(model => model.Tag));
        Assert.Equal(2, (await arena.Roster.PlayableAsync(ArenaDriver.Server, true, Token)).Count);
        Assert.IsType<RosterResult.Unchanged>(
            await arena.Keeping.EditAsync("fox:1b", new ModelEdit(ModelKind.FineTuned, null, null), ArenaDriver.Alice, Token));
        Assert.IsType<RosterResult.Malformed>(await arena.Keeping.EditAsync("fox:1b", new ModelEdit(null, null, null), ArenaDriver.Alice, Token));
    }

    [Fact]
    public async Task A_removed_model_leaves_the_boards_and_comes_back_with_its_history()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.RevealAsync(battle);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        await arena.Keeping.EditAsync("fox:1b", new ModelEdit(null, "Fox", null), ArenaDriver.Alice, Token);
        Assert.Equal(2, await RowsAsync(arena));

        Assert.IsType<RosterResult.Done>(await arena.Keeping.RemoveAsync("fox:1b", fromDisks: false, ArenaDriver.Alice, Token));

        Assert.Equal(1, await RowsAsync(arena));
        Assert.Null(await arena.Roster.FindAsync("fox:1b", Token));
        Assert.DoesNotContain(arena.Roster.Current, model => model.Tag == "fox:1b");
        Assert.IsType<RosterResult.NotOnRoster>(await arena.Keeping.RestoreAsync("fox:1b", ArenaDriver.Alice, Token));
        // The message of the old battle still names it.
        await arena.DieAndRestartAsync();

        Assert.Equal(ModelCondition.Removed, Assert.IsType<AddResult.Restored>(await arena.Roster.AddAsync("fox:1b", ArenaDriver.Alice, Token)).Was);
        Assert.Equal("Fox", (await arena.Roster.FindAsync("fox:1b", Token))!.DisplayName);
        Assert.Equal(2, await RowsAsync(arena));
    }

    [Fact]
    public async Task A_model_is_deleted_from_disk_only_when_no_battle_needs_it_any_more()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.Keeping.RemoveAsync("fox:1b", fromDisks: true, ArenaDriver.Alice, Token);

        await arena.Get<RosterUpkeep>().RunAsync(Token);
        Assert.Contains(arena.Host.Models, model => model.Tag == "fox:1b");

        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.RevealAsync(battle);
        await arena.Get<RosterUpkeep>().RunAsync(Token);
        Assert.DoesNotContain(arena.Host.Models, model => model.Tag == "fox:1b");
        Assert.Equal("model.deleted", (await arena.Get<AuditStore>().LatestAsync(null, 1, Token)).Single().Action);
    }

    [Fact]
    public async Task Tags_on_the_same_weights_are_noticed_and_so_are_weights_that_changed()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Models.Add(arena.Host.Models[0] with { Tag = "copy:latest" });
        var copy = Assert.IsType<AddResult.Added>(await arena.Roster.AddAsync("copy", ArenaDriver.Alice, Token)).Model;
        Assert.Equal(["fox:1b"], (await arena.Roster.TwinsAsync(copy, Token)).Select(model => model.Tag));
        Assert.Equal("Apache License", copy.License);

        arena.Host.Models[0] = arena.Host.Models[0] with { Digest = "other weights" };
        await arena.Get<RosterUpkeep>().RunAsync(Token);

        Assert.Equal(arena.Time.GetUtcNow(), (await arena.Roster.FindAsync("fox:1b", Token))!.WeightsChangedAt);
        Assert.Empty(await arena.Roster.TwinsAsync(copy, Token));
        Assert.Equal("model.weights", (await arena.Get<AuditStore>().LatestAsync(null, 1, Token)).Single().Action);
    }

    [Fact]
    public async Task What_is_loaded_is_measured_only_while_no_battle_could_be_told_by_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Loaded.Add(new LoadedModel("fox:1b", "d", 3, 2, 4096, DateTimeOffset.UnixEpoch));
        var battle = await arena.OpenVoteAsync();

        await arena.Get<RosterUpkeep>().RunAsync(Token);
        Assert.Null((await arena.Roster.FindAsync("fox:1b", Token))!.GpuBytes);
        Assert.Null(await arena.Roster.SpeedAsync("fox:1b", Token));

        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.RevealAsync(battle);
        await arena.Get<RosterUpkeep>().RunAsync(Token);
        Assert.Equal(2, (await arena.Roster.FindAsync("fox:1b", Token))!.GpuBytes);
        Assert.Equal(1, (await arena.Roster.SpeedAsync("fox:1b", Token))!.Answers);
    }

    [Fact]
    public async Task What_does_not_fit_on_the_disk_waits_for_the_next_round()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await LimitAsync(arena, await arena.QueryAsync<long>("pragma page_count"));
        arena.Host.Models[0] = arena.Host.Models[0] with { Family = new string('x', 500_000) };

        await arena.Get<RosterUpkeep>().RunAsync(Token);
        Assert.NotEqual(500_000, (await arena.Roster.FindAsync("fox:1b", Token))!.Family?.Length);

        await LimitAsync(arena, 100_000);
        await arena.Get<RosterUpkeep>().RunAsync(Token);
        Assert.Equal(500_000, (await arena.Roster.FindAsync("fox:1b", Token))!.Family?.Length);
    }

    private static Task<long> LimitAsync(ArenaDriver arena, long pages) => arena.Database.Writer.WriteAsync(
        (connection, _) => connection.ExecuteScalar<long>($"pragma max_page_count = {pages}"), Token);

    private static async Task<int> RowsAsync(ArenaDriver arena) => Assert.IsType<StandingsResult.Found>(await arena.Get<LeaderboardReader>().ReadAsync(
        RatingSystem.Elo, new Scope(ArenaDriver.Server, null), false, Token)).Standings.Rows.Count;
}
