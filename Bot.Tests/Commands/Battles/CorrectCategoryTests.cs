using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Leaderboards;
using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;

namespace Bot.Tests.Commands.Battles;

public sealed class CorrectCategoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moderator_is_asked_with_all_categories_and_none()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();

        await UseAsync(arena, battle);

        var asked = arena.Discord.Answers.Last();
        Assert.True(asked.Ephemeral);
        Assert.Equal("What is the prompt of battle 1 about? It has no category.", asked.Content);
        var menu = Assert.IsType<Component.Select>(Assert.Single(Assert.Single(asked.Components).Components));
        Assert.Equal("category:1", menu.CustomId);
        Assert.Equal(
            ["coding", "math", "reasoning", "knowledge", "writing", "roleplay", "science", "everyday", "no category"],
            menu.Options.Select(option => option.Label));
        Assert.Equal("no category", Assert.Single(menu.Options, option => option.IsDefault).Label);
    }

    [Fact]
    public async Task While_voting_the_word_is_stored_shown_and_audited_and_no_rating_moves()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal("Battle 1 is `math` now; it had none.", await arena.ChooseAsync("category:1", ["math"], Moderator));

        var battle = await arena.UntilAsync(1, _ => true);
        Assert.Equal(("math", CategorySource.Moderator), (battle.Category, battle.CategorySource));
        await Eventually.TrueAsync(() => Task.FromResult(arena.Discord.Edits.Any(edit => edit.Content?.Contains("`math`", StringComparison.Ordinal) == true)));
        var audited = Assert.Single(await AuditAsync(arena), entry => entry.Action == "battle.category");
        Assert.Equal((CommandDriver.Bob, CommandDriver.Home, "1", "from none to math"), (audited.Member, audited.Server, audited.Subject, audited.Detail));
        Assert.DoesNotContain(await AuditAsync(arena), entry => entry.Action == "ratings.replayed");
    }

    [Fact]
    public async Task Of_a_settled_battle_the_boards_of_both_categories_follow()
    {
        await using var arena = await CommandDriver.StartAsync();
        await SettledAsync(arena);
        Assert.Equal("Battle 1 is `math` now; it had none. The ratings of `math` were computed again.", await arena.ChooseAsync("category:1", ["math"], Moderator));
        Assert.Equal((2, 0), (await CountAsync(arena, "math"), await CountAsync(arena, "coding")));

        Assert.Equal("Battle 1 is `coding` now; it was `math`. The ratings of `math` and `coding` were computed again.", await arena.ChooseAsync("category:1", ["coding"], Moderator));
        Assert.Equal((0, 2), (await CountAsync(arena, "math"), await CountAsync(arena, "coding")));

        Assert.Equal("Battle 1 has no category now; it was `coding`. The ratings of `coding` were computed again.", await arena.ChooseAsync("category:1", ["-"], Moderator));
        Assert.Equal((0, 0, 2), (await CountAsync(arena, "math"), await CountAsync(arena, "coding"), await CountAsync(arena, null)));
        Assert.Equal(3, (await AuditAsync(arena)).Count(entry => entry.Action == "ratings.replayed" && entry.Member == CommandDriver.Bob));
    }

    [Fact]
    public async Task A_member_may_not_whatever_Discord_shows_them()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await UseAsync(arena, battle, origin => origin));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.ChooseAsync("category:1", ["math"]));
        Assert.Null((await arena.UntilAsync(1, _ => true)).Category);
    }

    [Fact]
    public async Task What_is_no_battle_of_this_server_is_not_corrected()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.NotABattle}", await arena.OnMessageAsync("Correct category", new MessageId(12345), Moderator));
        Assert.Equal($"(ephemeral)\n{ErrorText.NotABattle}", await UseAsync(arena, battle, Elsewhere));
        Assert.Equal($"(ephemeral)\n{ErrorText.BattleUnknown}", await arena.ChooseAsync("category:1", ["math"], Elsewhere));
        Assert.Null((await arena.UntilAsync(1, _ => true)).Category);
    }

    [Fact]
    public async Task A_battle_without_a_result_has_no_use_for_a_category()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await arena.Get<BattleDesk>().MessageDeletedAsync(battle.Message!.Value, Cancel);

        Assert.Equal($"(ephemeral)\n{ErrorText.NoCategoryOfVoid}", await UseAsync(arena, battle));
        Assert.Equal(ErrorText.NoCategoryOfVoid, await arena.ChooseAsync("category:1", ["math"], Moderator));
        Assert.Null((await arena.UntilAsync(1, _ => true)).Category);
    }

    [Fact]
    public async Task The_same_again_from_a_menu_that_stood_open_changes_nothing()
    {
        await using var arena = await CommandDriver.StartAsync();
        await SettledAsync(arena);
        Assert.Equal("This battle has no category already, so nothing changed.", await arena.ChooseAsync("category:1", ["-"], Moderator));
        await arena.ChooseAsync("category:1", ["math"], Moderator);

        Assert.Equal("This battle is `math` already, so nothing changed.", await arena.ChooseAsync("category:1", ["math"], Moderator));
        Assert.Single(await AuditAsync(arena), entry => entry.Action == "battle.category");
    }

    [Theory]
    [InlineData("category:1", new[] { "'; drop table battles" }, ErrorText.UnknownChoice)]
    [InlineData("category:1", new[] { "Math" }, ErrorText.UnknownChoice)]
    [InlineData("category:1", new[] { "" }, ErrorText.UnknownChoice)]
    [InlineData("category:1", new string[0], ErrorText.UnknownChoice)]
    [InlineData("category:1", new[] { "math", "coding" }, ErrorText.UnknownChoice)]
    [InlineData("category:2", new[] { "math" }, ErrorText.BattleUnknown)]
    [InlineData("category:-1", new[] { "math" }, ErrorText.BattleUnknown)]
    [InlineData("category:", new[] { "math" }, ErrorText.BattleUnknown)]
    [InlineData("category", new[] { "math" }, ErrorText.BattleUnknown)]
    [InlineData("category:99999999999999999999", new[] { "math" }, ErrorText.BattleUnknown)]
    [InlineData("mood:1", new[] { "math" }, ErrorText.UnknownButton)]
    [InlineData("", new[] { "math" }, ErrorText.UnknownButton)]
    public async Task A_stale_or_hostile_choice_is_answered_plainly(string menu, string[] values, string answer)
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{answer}", await arena.ChooseAsync(menu, values, Moderator));
        Assert.Null((await arena.UntilAsync(1, _ => true)).Category);
    }

    [Fact]
    public async Task A_battle_with_the_same_prompt_takes_over_what_the_moderator_said()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        await arena.ChooseAsync("category:1", ["math"], Moderator);
        await arena.PressAsync("same:1");

        var second = await arena.UntilAsync(2, _ => true);
        Assert.Equal(("math", CategorySource.Moderator), (second.Category, second.CategorySource));
    }

    private static InteractionOrigin Moderator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer) };

    private static InteractionOrigin Elsewhere(InteractionOrigin origin) => Moderator(origin) with { Server = new ServerId(77) };

    private static Task<string> UseAsync(CommandDriver arena, Battle battle, Func<InteractionOrigin, InteractionOrigin>? but = null) =>
        arena.OnMessageAsync("Correct category", battle.Message!.Value, but ?? Moderator);

    private static Task<IReadOnlyList<AuditEntry>> AuditAsync(CommandDriver arena) => arena.Get<AuditStore>().LatestAsync(null, 100, Cancel);

    private static async Task SettledAsync(CommandDriver arena)
    {
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);
        await arena.PressAsync("reveal:1");
        await arena.UntilAsync(1, settled => settled.State == BattleState.Settled);
    }

    private static async Task<int> CountAsync(CommandDriver arena, string? category) =>
        (await arena.Get<LiveBoards>().CurrentAsync(new Scope(CommandDriver.Home, category), Cancel)).Fit.Models.Count;
}
