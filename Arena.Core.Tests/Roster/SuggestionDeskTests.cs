using Arena.Core.Prompts;
using Arena.Core.Roster;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Roster;

public sealed class SuggestionDeskTests
{
    private static readonly ServerId Elsewhere = new(7);
    private static readonly MemberId Bob = new(5);
    private static readonly MemberId Moderator = new(6);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suggested_model_that_a_node_has_is_on_the_roster_once_it_is_approved()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.With("kiwi:3b");
        var made = await MadeAsync(arena, "kiwi:3b");
        Assert.True(made.IsFirst);

        // From whatever server: the roster is the arena's.
        var id = Assert.Single(await Desk(arena).OpenAsync(SuggestionKind.Model, Elsewhere, Token)).Id;
        Assert.IsType<DecideResult.Approved>(await Desk(arena).ApproveAsync(id, SuggestionKind.Model, Elsewhere, ArenaDriver.Channel, Moderator, Token));

        Assert.NotNull(await arena.Roster.FindAsync("kiwi:3b", Token));
        Assert.Empty(await Desk(arena).OpenAsync(SuggestionKind.Model, Elsewhere, Token));
        Assert.Contains("suggestion.approved", await AuditAsync(arena));
    }

    [Fact]
    public async Task What_is_there_or_waits_already_is_not_put_on_the_list_again()
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.IsType<SuggestResult.OnRoster>(await SuggestAsync(arena, "fox:1b"));
        Assert.IsType<SuggestResult.Malformed>(await SuggestAsync(arena, "a b"));
        await MadeAsync(arena, "kiwi");
        Assert.IsType<SuggestResult.Waiting>(await SuggestAsync(arena, "KIWI:latest", Bob));
        Assert.IsType<SuggestResult.InLibrary>(await SuggestPromptAsync(arena, "name a  BIRD."));
        Assert.Single(await Desk(arena).OpenAsync(SuggestionKind.Model, ArenaDriver.Server, Token));
    }

    [Fact]
    public async Task What_was_declined_rests_a_week_and_thirty_days_for_the_one_who_suggested_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var id = (await MadeAsync(arena, "kiwi:3b")).Suggestion.Id;
        var declined = Assert.IsType<DecideResult.Declined>(
            await Desk(arena).DeclineAsync(id, SuggestionKind.Model, ArenaDriver.Server, Moderator, " Too large. ", Token));
        Assert.Equal("Too large.", declined.Suggestion.Reason);

        var own = Assert.IsType<SuggestResult.DeclinedLately>(await SuggestAsync(arena, "kiwi:3b"));
        Assert.Equal((true, arena.Time.GetUtcNow().AddDays(30)), (own.IsOwn, own.Until));
        var others = Assert.IsType<SuggestResult.DeclinedLately>(await SuggestAsync(arena, "kiwi:3b", Bob));
        Assert.Equal((false, arena.Time.GetUtcNow().AddDays(7)), (others.IsOwn, others.Until));

        arena.Time.Advance(TimeSpan.FromDays(8));
        Assert.IsType<SuggestResult.DeclinedLately>(await SuggestAsync(arena, "kiwi:3b"));
        await MadeAsync(arena, "kiwi:3b", Bob);
    }

    [Fact]
    public async Task A_member_makes_five_a_day()
    {
        await using var arena = await ArenaDriver.StartAsync();
        for (var i = 0; i < SuggestionDesk.PerDay; i++)
        {
            await MadeAsync(arena, $"kiwi:{i}b");
            arena.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var refused = Assert.IsType<SuggestResult.TooMany>(await SuggestPromptAsync(arena, "Name a fish."));
        Assert.Equal((5, arena.Time.GetUtcNow().AddDays(1).AddMinutes(-5)), (refused.Limit, refused.Until));
        await MadeAsync(arena, "kiwi:9b", Bob);

        arena.Time.Advance(refused.Until - arena.Time.GetUtcNow());
        Assert.IsType<SuggestResult.Made>(await SuggestPromptAsync(arena, "Name a fish."));
    }

    [Fact]
    public async Task Of_two_moderators_the_second_hears_what_the_first_decided()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var made = Assert.IsType<SuggestResult.Made>(await SuggestPromptAsync(arena, "Name a fish."));
        var (id, desk) = (made.Suggestion.Id, Desk(arena));

        var results = await Task.WhenAll(
            desk.ApproveAsync(id, SuggestionKind.Prompt, ArenaDriver.Server, ArenaDriver.Channel, Moderator, Token),
            desk.DeclineAsync(id, SuggestionKind.Prompt, ArenaDriver.Server, Bob, null, Token));

        var late = Assert.IsType<DecideResult.AlreadyDecided>(Assert.Single(results, result => result is DecideResult.AlreadyDecided));
        var won = results.Any(result => result is DecideResult.Approved);
        Assert.Equal(won ? SuggestionState.Approved : SuggestionState.Declined, late.Suggestion.State);
        Assert.Equal(won, (await arena.Get<ServerPrompts>().ListAsync(ArenaDriver.Server, Token)).Any(one => one.Prompt.Text == "Name a fish."));
    }

    [Fact]
    public async Task Prompts_are_decided_in_their_server_and_under_their_kind_alone()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var id = Assert.IsType<SuggestResult.Made>(await SuggestPromptAsync(arena, "Name a fish.")).Suggestion.Id;

        Assert.Empty(await Desk(arena).OpenAsync(SuggestionKind.Prompt, Elsewhere, Token));
        Assert.IsType<DecideResult.Unknown>(await Desk(arena).ApproveAsync(id, SuggestionKind.Prompt, Elsewhere, ArenaDriver.Channel, Moderator, Token));
        Assert.IsType<DecideResult.Unknown>(await Desk(arena).DeclineAsync(id, SuggestionKind.Model, ArenaDriver.Server, Moderator, null, Token));
        Assert.IsType<DecideResult.Unknown>(await Desk(arena).ApproveAsync(99, SuggestionKind.Prompt, ArenaDriver.Server, ArenaDriver.Channel, Moderator, Token));
        Assert.Single(await Desk(arena).OpenAsync(SuggestionKind.Prompt, ArenaDriver.Server, Token));
    }

    [Fact]
    public async Task A_model_that_no_node_has_is_pulled_where_the_moderator_approves()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var id = (await MadeAsync(arena, "kiwi:3b")).Suggestion.Id;

        var result = await Desk(arena).ApproveAsync(id, SuggestionKind.Model, ArenaDriver.Server, new ChannelId(201), Moderator, Token);

        var pull = Assert.IsType<DecideResult.Pulling>(result).Pull;
        Assert.Equal(("kiwi:3b", true, new ChannelId(201), Moderator, id), (pull.Tag, pull.Adds, pull.Channel, pull.AskedBy, pull.Suggestion));
        Assert.Equal(SuggestionState.Approved, (await arena.Get<Suggestions>().FindAsync(id, Token))!.State);
        Assert.IsType<DecideResult.AlreadyDecided>(
            await Desk(arena).ApproveAsync(id, SuggestionKind.Model, ArenaDriver.Server, ArenaDriver.Channel, Moderator, Token));
    }

    [Fact]
    public async Task A_model_that_can_not_be_added_now_stays_on_the_list()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var id = (await MadeAsync(arena, "kiwi:3b")).Suggestion.Id;
        arena.Host.IsDown = true;

        var result = await Desk(arena).ApproveAsync(id, SuggestionKind.Model, ArenaDriver.Server, ArenaDriver.Channel, Moderator, Token);

        Assert.IsType<AddResult.NodesUnreachable>(Assert.IsType<DecideResult.NotPossible>(result).Why);
        Assert.Single(await Desk(arena).OpenAsync(SuggestionKind.Model, ArenaDriver.Server, Token));
    }

    private static SuggestionDesk Desk(ArenaDriver arena) => arena.Get<SuggestionDesk>();

    private static Task<SuggestResult> SuggestAsync(ArenaDriver arena, string tag, MemberId? by = null) =>
        Desk(arena).SuggestModelAsync(ArenaDriver.Server, ArenaDriver.Channel, by ?? ArenaDriver.Alice, tag, "It is good.", Token);

    private static Task<SuggestResult> SuggestPromptAsync(ArenaDriver arena, string text) =>
        Desk(arena).SuggestPromptAsync(ArenaDriver.Server, ArenaDriver.Channel, ArenaDriver.Alice, text, null, 2_000, Token);

    private static async Task<SuggestResult.Made> MadeAsync(ArenaDriver arena, string tag, MemberId? by = null) =>
        Assert.IsType<SuggestResult.Made>(await SuggestAsync(arena, tag, by));

    private static async Task<IReadOnlyList<string>> AuditAsync(ArenaDriver arena) =>
        [.. (await arena.Get<AuditStore>().LatestAsync(null, 100, Token)).Select(entry => entry.Action)];
}
