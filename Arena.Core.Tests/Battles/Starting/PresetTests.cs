using System.Collections.Concurrent;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Arena.Core.Servers;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Battles.Starting;

/// <summary>How models are asked, and who may say so.</summary>
public sealed class PresetTests
{
    private static readonly MemberId Moderator = new(5);
    private static readonly InferenceOptions Operators = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_sides_are_asked_alike_and_the_battle_keeps_how()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var asked = Listen(arena);
        var preset = new SamplingPreset(
            "house", new SamplingOptions(Temperature: 0.3, TopP: 0.8, TopK: 20, MinP: 0.02, RepeatPenalty: 1.1), 200, 4_000, "Be brief.");
        await DefineAsync(arena, preset);

        var battle = await arena.OpenVoteAsync(arena.Request() with { Preset = " House " });

        Assert.Equal(preset, battle.Preset);
        Assert.Equal(2, asked.Count);
        Assert.All(asked, request =>
        {
            Assert.Equal(preset.Sampling, request.Sampling);
            Assert.Equal(200, request.OutputTokens);
            Assert.Equal([ChatRole.System, ChatRole.User], request.Conversation.Select(turn => turn.Role));
            Assert.Equal("Be brief.", request.Conversation[0].Text);
        });
    }

    [Fact]
    public async Task A_battle_that_names_none_is_asked_as_the_server_usually_does_and_balanced_at_first()
    {
        await using var arena = await ArenaDriver.StartAsync();
        Assert.Equal(SamplingPreset.Balanced, (await arena.StartBattleAsync()).Preset);

        await arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, Moderator, rules => rules with { Preset = "creative" }, Token);
        var usual = await arena.OpenVoteAsync();
        var other = await arena.OpenVoteAsync(arena.Request() with { Preset = "precise" });

        Assert.Equal((SamplingPreset.Creative, SamplingPreset.Precise), (usual.Preset, other.Preset));
        Assert.True(arena.Screen.Find(usual.Id)!.Latest.IsPresetUsual);
        Assert.False(arena.Screen.Find(other.Id)!.Latest.IsPresetUsual);
    }

    [Fact]
    public async Task A_preset_that_is_not_there_is_refused_with_the_one_that_may_be_meant()
    {
        await using var arena = await ArenaDriver.StartAsync();

        var refused = Assert.IsType<StartResult.UnknownPreset>(await arena.Desk.StartAsync(arena.Request() with { Preset = "creativ" }, Token));

        Assert.Equal(("creativ", "creative"), (refused.Name, refused.DidYouMean));
        Assert.Equal(["balanced", "precise", "creative"], refused.Known);
    }

    [Fact]
    public async Task A_server_has_its_presets_for_itself()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await DefineAsync(arena, new SamplingPreset("house", new SamplingOptions(Temperature: 0.3)));

        Assert.Null(await arena.Get<PresetDesk>().FindAsync(new ServerId(101), "house", Token));
        Assert.Equal(["balanced", "precise", "creative", "house"], (await arena.Get<PresetDesk>().ListAsync(ArenaDriver.Server, Token)).Select(preset => preset.Name));
    }

    [Fact]
    public async Task A_changed_preset_leaves_battles_as_they_were_asked()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await DefineAsync(arena, new SamplingPreset("house", new SamplingOptions(Temperature: 0.3)));
        var battle = await arena.OpenVoteAsync(arena.Request() with { Preset = "house" });

        var changed = Assert.IsType<DefinePresetResult.Defined>(await DefineAsync(arena, new SamplingPreset("HOUSE", new SamplingOptions(Temperature: 1.5))));

        Assert.Equal(0.3, changed.Before!.Sampling.Temperature);
        Assert.Equal(0.3, (await arena.FindAsync(battle.Id)).Preset.Sampling.Temperature);
        Assert.Equal(["preset.set", "preset.set"], (await AuditAsync(arena)).Select(entry => entry.Action));
    }

    [Theory]
    [InlineData("balanced")]
    [InlineData(" Creative")]
    public async Task What_every_server_has_is_neither_changed_nor_removed(string name)
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.IsType<DefinePresetResult.BuiltIn>(await DefineAsync(arena, new SamplingPreset(name, new SamplingOptions())));
        Assert.IsType<RemovePresetResult.BuiltIn>(await arena.Get<PresetDesk>().RemoveAsync(ArenaDriver.Server, Moderator, name, Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("-first")]
    [InlineData("émile")]
    [InlineData("a_b")]
    [InlineData("123456789012345678901234567890123")]
    public async Task A_name_is_plain(string name)
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.IsType<DefinePresetResult.BadName>(await DefineAsync(arena, new SamplingPreset(name, new SamplingOptions())));
    }

    public static TheoryData<string, SamplingPreset> Absurd { get; } = new()
    {
        { "temperature", new("x", new SamplingOptions(Temperature: double.NaN)) },
        { "temperature", new("x", new SamplingOptions(Temperature: double.PositiveInfinity)) },
        { "temperature", new("x", new SamplingOptions(Temperature: -0.1)) },
        { "temperature", new("x", new SamplingOptions(Temperature: 2.01)) },
        { "top-p", new("x", new SamplingOptions(TopP: 0)) },
        { "min-p", new("x", new SamplingOptions(MinP: 1.5)) },
        { "top-k", new("x", new SamplingOptions(TopK: 0)) },
        { "top-k", new("x", new SamplingOptions(TopK: int.MaxValue)) },
        { "repeat penalty", new("x", new SamplingOptions(RepeatPenalty: 0)) },
        { "output tokens", new("x", new SamplingOptions(), OutputTokens: 1_025) },
        { "output tokens", new("x", new SamplingOptions(), OutputTokens: -1) },
        { "context", new("x", new SamplingOptions(), ContextTokens: 8_193) },
        { "context", new("x", new SamplingOptions(), ContextTokens: 10) },
        { "system prompt", new("x", new SamplingOptions(), System: new string('s', 2_001)) },
    };

    [Theory]
    [MemberData(nameof(Absurd))]
    public async Task What_is_absurd_is_refused_by_its_name(string value, SamplingPreset preset)
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.Equal(value, Assert.IsType<DefinePresetResult.OutOfRange>(await DefineAsync(arena, preset)).Bound.Name);
        Assert.Equal(3, (await arena.Get<PresetDesk>().ListAsync(ArenaDriver.Server, Token)).Count);
    }

    [Fact]
    public async Task A_server_has_twenty_of_its_own_and_may_still_change_those()
    {
        await using var arena = await ArenaDriver.StartAsync();
        for (var i = 0; i < PresetRules.Most; i++)
            Assert.IsType<DefinePresetResult.Defined>(await DefineAsync(arena, new SamplingPreset($"p{i}", new SamplingOptions())));

        Assert.Equal(new DefinePresetResult.TooMany(20), await DefineAsync(arena, new SamplingPreset("one-more", new SamplingOptions())));
        Assert.IsType<DefinePresetResult.Defined>(await DefineAsync(arena, new SamplingPreset("p3", new SamplingOptions(TopK: 5))));
    }

    [Fact]
    public async Task When_the_usual_one_is_removed_balanced_is_the_usual_one()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await DefineAsync(arena, new SamplingPreset("house", new SamplingOptions(TopK: 5)));
        await arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, Moderator, rules => rules with { Preset = "house" }, Token);

        Assert.Equal(
            new RemovePresetResult.Removed("house", WasUsual: true),
            await arena.Get<PresetDesk>().RemoveAsync(ArenaDriver.Server, Moderator, "House", Token));

        Assert.Equal("balanced", arena.Get<ServerSettingsBook>().Of(ArenaDriver.Server).Preset);
        Assert.Equal(SamplingPreset.Balanced, (await arena.StartBattleAsync()).Preset);
        Assert.Equal(
            new RemovePresetResult.Unknown("houze", null), await arena.Get<PresetDesk>().RemoveAsync(ArenaDriver.Server, Moderator, "houze", Token));
    }

    [Fact]
    public async Task A_prompt_that_leaves_no_room_for_an_answer_is_refused()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await DefineAsync(arena, new SamplingPreset("small", new SamplingOptions(), ContextTokens: 300));

        Assert.Equal(
            new StartResult.NoRoomForAnswer(300, "small"),
            await arena.Desk.StartAsync(arena.Request(new string('a', 1_000)) with { Preset = "small" }, Token));
        Assert.IsType<StartResult.Started>(await arena.Desk.StartAsync(arena.Request(new string('a', 600)) with { Preset = "small" }, Token));
        Assert.IsType<StartResult.Started>(await arena.Desk.StartAsync(arena.Request(new string('a', 2_000)), Token));
    }

    [Fact]
    public void The_context_bounds_the_answer_and_never_exceeds_the_operators()
    {
        var turns = new[] { ChatTurn.User(new string('a', 300)) };                     // 100 tokens, and 8 around them

        Assert.Equal(300 - 108, Output(new SamplingPreset("x", new SamplingOptions(), ContextTokens: 300)));
        Assert.Equal(50, Output(new SamplingPreset("x", new SamplingOptions(), OutputTokens: 50, ContextTokens: 300)));
        Assert.Equal(Operators.OutputTokens, Output(new SamplingPreset("x", new SamplingOptions(), OutputTokens: 999_999, ContextTokens: 999_999)));

        int? Output(SamplingPreset preset) => Asking.Of("fox:1b", preset, turns, Operators).OutputTokens;
    }

    [Fact]
    public async Task A_battle_from_before_there_were_presets_stays_as_the_models_come()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.Database.Writer.WriteAsync(
            (connection, transaction) => Dapper.SqlMapper.Execute(connection, "update battles set preset = null, sampling = null", transaction: transaction), Token);

        Assert.Equal(SamplingPreset.Unset, (await arena.FindAsync(battle.Id)).Preset);
    }

    private static Task<DefinePresetResult> DefineAsync(ArenaDriver arena, SamplingPreset preset) =>
        arena.Get<PresetDesk>().DefineAsync(ArenaDriver.Server, Moderator, preset, Token);

    private static async Task<IReadOnlyList<AuditEntry>> AuditAsync(ArenaDriver arena) =>
        [.. (await arena.Get<AuditStore>().LatestAsync(ArenaDriver.Server, 100, Token)).Where(entry => entry.Action.StartsWith("preset.", StringComparison.Ordinal))];

    private static ConcurrentQueue<ChatRequest> Listen(ArenaDriver arena)
    {
        var asked = new ConcurrentQueue<ChatRequest>();
        foreach (var tag in new[] { "fox:1b", "owl:7b" })
        {
            arena.Host.Script(tag, (request, _) =>
            {
                asked.Enqueue(request);
                return Answer();
            });
        }

        return asked;

        static async IAsyncEnumerable<ChatChunk> Answer()
        {
            await Task.Yield();
            yield return new ChatChunk("An answer.", "", null);
            yield return new ChatChunk("", "", new ChatTotals("stop", TimeSpan.Zero, TimeSpan.Zero, 1, TimeSpan.Zero, 1, TimeSpan.FromSeconds(1)));
        }
    }
}
