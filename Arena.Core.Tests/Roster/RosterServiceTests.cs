using Arena.Core.Roster;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Roster;

public sealed class RosterServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_that_a_node_has_is_added_with_what_the_node_says_of_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.With("elk:70b-instruct", 70.6);

        var added = Assert.IsType<AddResult.Added>(await arena.Roster.AddAsync(" elk:70b-instruct ", ArenaDriver.Alice, Token)).Model;

        Assert.Equal(("elk:70b-instruct", 70.6, "Q4_K_M", ModelKind.Instruct), (added.Tag, added.ParametersBillions, added.Quantization, added.Kind));
        Assert.Equal(added, await arena.Roster.FindAsync("elk:70b-instruct", Token));
        Assert.Contains(added, arena.Roster.Current);
        var audit = (await arena.Get<AuditStore>().LatestAsync(null, 1, Token)).Single();
        Assert.Equal(("model.added", "elk:70b-instruct", ArenaDriver.Alice), (audit.Action, audit.Subject, audit.Member!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a/b/c/d")]
    [InlineData("tag:")]
    [InlineData("http://example.test/model")]
    public async Task A_malformed_tag_is_refused_with_a_sentence(string tag)
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.EndsWith(".", Assert.IsType<AddResult.Malformed>(await arena.Roster.AddAsync(tag, ArenaDriver.Alice, Token)).Why);
    }

    [Fact]
    public async Task A_tag_that_no_node_knows_is_refused_with_the_nearest_one()
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.Equal(
            new AddResult.UnknownToNodes("owl:7bb", "owl:7b"), await arena.Roster.AddAsync("owl:7bb", ArenaDriver.Alice, Token));
    }

    [Fact]
    public async Task A_model_that_can_not_answer_prompts_is_refused()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.With("embed:1b", 1, "embedding");

        Assert.Contains("embeddings", Assert.IsType<AddResult.CannotChat>(await arena.Roster.AddAsync("embed:1b", ArenaDriver.Alice, Token)).Why);
        Assert.Null(await arena.Roster.FindAsync("embed:1b", Token));
    }

    [Fact]
    public async Task Nodes_that_can_not_be_asked_are_said_to_be_away()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.IsDown = true;

        Assert.IsType<AddResult.NodesUnreachable>(await arena.Roster.AddAsync("elk:70b", ArenaDriver.Alice, Token));
    }

    [Fact]
    public async Task A_retired_model_keeps_its_place_and_is_restored_by_adding_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        Assert.IsType<AddResult.AlreadyActive>(await arena.Roster.AddAsync("fox:1b", ArenaDriver.Alice, Token));
        Assert.IsType<RosterResult.Done>(await arena.Keeping.RetireAsync("fox:1b", ArenaDriver.Alice, Token));
        Assert.IsType<RosterResult.Unchanged>(await arena.Keeping.RetireAsync("fox:1b", ArenaDriver.Alice, Token));
        Assert.Equal(ModelStatus.Retired, (await arena.Roster.FindAsync("fox:1b", Token))!.Status);
        Assert.DoesNotContain(await arena.Roster.ActiveAsync(Token), model => model.Tag == "fox:1b");

        Assert.Equal(
            ModelCondition.Retired, Assert.IsType<AddResult.Restored>(await arena.Roster.AddAsync("fox:1b", ArenaDriver.Alice, Token)).Was);
        Assert.Equal(new RosterResult.NotOnRoster("fix:1b", "fox:1b"), await arena.Keeping.RetireAsync("fix:1b", ArenaDriver.Alice, Token));
    }

    [Fact]
    public async Task Seeding_fills_an_empty_roster_only_and_retired_stays_retired()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Keeping.RetireAsync("fox:1b", ArenaDriver.Alice, Token);

        var again = await arena.Roster.SeedAsync([new ModelSeed("fox:1b"), new ModelSeed("elk:70b")], Token);

        Assert.Empty(again.Added);
        Assert.Equal(["fox:1b", "owl:7b"], (await arena.Roster.ListAsync(Token)).Select(model => model.Tag));
        Assert.Equal(ModelStatus.Retired, (await arena.Roster.FindAsync("fox:1b", Token))!.Status);
    }

    [Fact]
    public async Task Seeding_leaves_out_what_can_not_play_and_says_why()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.With("embed:1b", 1, "embedding"));

        Assert.DoesNotContain(await arena.Roster.ListAsync(Token), model => model.Tag == "embed:1b");
    }

    [Fact]
    public async Task Models_seeded_while_the_nodes_were_away_are_described_when_they_are_back()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.IsDown = true);
        Assert.Null((await arena.Roster.FindAsync("owl:7b", Token))!.ParametersBillions);

        arena.Host.IsDown = false;
        await arena.Roster.DescribeAsync(Token);

        Assert.Equal(7, (await arena.Roster.FindAsync("owl:7b", Token))!.ParametersBillions);
    }
}
