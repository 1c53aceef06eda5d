using Arena.Core.Prompts;
using Arena.Core.Roster;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Prompts;

public sealed class ServerPromptsTests
{
    private const int Limit = 100;
    private static readonly ServerId Elsewhere = new(7);
    private static readonly MemberId Moderator = new(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_has_the_operators_prompts_and_its_own_which_no_other_server_has()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();

        Assert.IsType<AddPromptResult.Added>(await AddAsync(prompts, "Prove that the square root of 2 is irrational."));

        Assert.Equal(
            ["Prove that the square root of 2 is irrational.", "What is two and two?", "Name a bird."], await TextsAsync(prompts, ArenaDriver.Server));
        Assert.Equal("math", (await prompts.ListAsync(ArenaDriver.Server, Token))[0].Prompt.Category);
        Assert.Equal(["What is two and two?", "Name a bird."], await TextsAsync(prompts, Elsewhere));
    }

    [Fact]
    public async Task Case_and_spacing_make_no_other_prompt()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();
        await AddAsync(prompts, "Is 91 prime?");

        Assert.IsType<AddPromptResult.AlreadyThere>(await AddAsync(prompts, " is  91\nPRIME? "));
        Assert.IsType<AddPromptResult.AlreadyThere>(await AddAsync(prompts, "name a BIRD."));
        Assert.Equal(3, (await TextsAsync(prompts, ArenaDriver.Server)).Count);
    }

    [Fact]
    public async Task One_of_the_operators_is_hidden_in_this_server_and_brought_back_by_adding_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();
        var id = (await prompts.ListAsync(ArenaDriver.Server, Token)).Single(one => one.Prompt.Category == "knowledge").Id;

        Assert.IsType<RemovePromptResult.Hidden>(await prompts.RemoveAsync(ArenaDriver.Server, Moderator, id, Token));
        Assert.IsType<RemovePromptResult.Unknown>(await prompts.RemoveAsync(ArenaDriver.Server, Moderator, id, Token));
        Assert.Equal(["What is two and two?"], await TextsAsync(prompts, ArenaDriver.Server));
        Assert.Equal(2, (await TextsAsync(prompts, Elsewhere)).Count);

        Assert.IsType<AddPromptResult.BroughtBack>(await AddAsync(prompts, "NAME a bird."));
        Assert.Equal(["What is two and two?", "Name a bird."], await TextsAsync(prompts, ArenaDriver.Server));
        Assert.Equal(["prompt.added", "prompt.removed"], await AuditAsync(arena));
    }

    [Fact]
    public async Task A_server_has_so_many_and_what_would_go_beyond_is_refused_as_a_whole()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();
        Task<ImportResult> Import(int first, int count) => prompts.ImportAsync(
            ArenaDriver.Server, Moderator, "many.txt",
            new ParsedPrompts([.. Enumerable.Range(first, count).Select(i => new LibraryPrompt($"Count to {i}.", "math"))], []), Token);
        Assert.Equal(ServerPrompts.Most - 1, (await Import(0, ServerPrompts.Most - 1)).Added);

        // Two that are there already, and two that are not.
        var beyond = await Import(ServerPrompts.Most - 3, 4);
        Assert.Equal(new LibraryFull(ServerPrompts.Most, Room: 1, Wanted: 2), beyond.Full);
        Assert.Equal((0, 0), (beyond.Added, beyond.Duplicates));
        Assert.Single(await AuditAsync(arena));

        Assert.IsType<AddPromptResult.Added>(await AddAsync(prompts, "The last one."));
        Assert.IsType<AddPromptResult.NoRoom>(await AddAsync(prompts, "One more."));
        Assert.IsType<AddPromptResult.AlreadyThere>(await AddAsync(prompts, "the LAST one."));
        Assert.Equal(new ImportResult(0, 4, []), await Import(0, 4) with { Problems = [] });
        Assert.Equal(ServerPrompts.Most + 2, (await TextsAsync(prompts, ArenaDriver.Server)).Count);

        // A suggestion is no way round, and waits.
        var desk = arena.Get<SuggestionDesk>();
        var made = Assert.IsType<SuggestResult.Made>(
            await desk.SuggestPromptAsync(ArenaDriver.Server, ArenaDriver.Channel, ArenaDriver.Alice, "One more.", null, Limit, Token));
        Task<DecideResult> Approve() =>
            desk.ApproveAsync(made.Suggestion.Id, SuggestionKind.Prompt, ArenaDriver.Server, ArenaDriver.Channel, Moderator, Token);
        Assert.IsType<DecideResult.NoRoom>(await Approve());
        Assert.Single(await desk.OpenAsync(SuggestionKind.Prompt, ArenaDriver.Server, Token));
        await prompts.RemoveAsync(ArenaDriver.Server, Moderator, "The last one.", Token);
        Assert.IsType<DecideResult.Approved>(await Approve());
    }

    [Fact]
    public async Task Its_own_is_removed_by_id_or_by_text_and_may_be_added_anew()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();
        await AddAsync(prompts, "Is 91 prime?");

        Assert.IsType<RemovePromptResult.Unknown>(await prompts.RemoveAsync(Elsewhere, Moderator, "1", Token));
        Assert.IsType<RemovePromptResult.Removed>(await prompts.RemoveAsync(ArenaDriver.Server, Moderator, "#1", Token));
        Assert.IsType<AddPromptResult.Added>(await AddAsync(prompts, "Is 91 prime?"));
        Assert.IsType<RemovePromptResult.Removed>(await prompts.RemoveAsync(ArenaDriver.Server, Moderator, "is 91 prime?", Token));
        Assert.Equal(2, (await TextsAsync(prompts, ArenaDriver.Server)).Count);
    }

    [Fact]
    public async Task What_can_not_be_added_changes_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();

        Assert.IsType<AddPromptResult.Empty>(await AddAsync(prompts, "\u200B "));
        Assert.Equal(new AddPromptResult.TooLong(Limit, 101), await AddAsync(prompts, new string('x', 101)));
        Assert.Equal(new AddPromptResult.UnknownCategory("birds"), await AddAsync(prompts, "Name a bird, please.", "birds"));
        Assert.Empty(await AuditAsync(arena));
    }

    [Fact]
    public async Task Of_a_file_the_good_ones_are_added_and_duplicates_of_the_file_and_the_library_are_counted()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();
        var problem = new PromptProblem.TooLong(9, Limit);
        var file = new ParsedPrompts(
            [new("Is 91 prime?", "math"), new("is 91  prime?", null), new("Name a bird.", null), new("Name a fish.", null)], [problem]);

        var imported = await prompts.ImportAsync(ArenaDriver.Server, Moderator, "mine.json", file, Token);
        Assert.Equal((2, 2), (imported.Added, imported.Duplicates));
        Assert.Equal([problem], imported.Problems);
        Assert.Equal((0, 4), await prompts.ImportAsync(ArenaDriver.Server, Moderator, "mine.json", file, Token) is var again ? (again.Added, again.Duplicates) : default);
        Assert.Equal(["prompts.imported"], await AuditAsync(arena));
    }

    [Fact]
    public async Task Prompts_for_age_restricted_channels_are_drawn_only_there()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();
        await prompts.AddAsync(ArenaDriver.Server, Moderator, "A dark story.", "writing", ageRestricted: true, Limit, Token);

        Assert.Null(await prompts.DrawAsync(ArenaDriver.Server, ArenaDriver.Channel, "writing", ageRestricted: false, Token));
        for (var i = 0; i < 20; i++)
            Assert.NotEqual("A dark story.", (await arena.Desk.DrawPromptAsync(ArenaDriver.Server, ArenaDriver.Channel, null, false, Token))!.Text);
        Assert.Equal(
            "A dark story.", (await prompts.DrawAsync(ArenaDriver.Server, ArenaDriver.Channel, "writing", ageRestricted: true, Token))!.Prompt.Text);
    }

    [Fact]
    public async Task Another_one_is_not_the_one_that_is_shown()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var prompts = arena.Get<ServerPrompts>();

        for (var i = 0; i < 20; i++)
        {
            var drawn = await prompts.DrawAsync(ArenaDriver.Server, ArenaDriver.Channel, null, false, Token, butNot: "Name a bird.");
            Assert.Equal("What is two and two?", drawn!.Prompt.Text);
        }
    }

    private static Task<AddPromptResult> AddAsync(ServerPrompts prompts, string text, string? category = null) =>
        prompts.AddAsync(ArenaDriver.Server, Moderator, text, category, false, Limit, Token);

    private static async Task<IReadOnlyList<string>> TextsAsync(ServerPrompts prompts, ServerId server) =>
        [.. (await prompts.ListAsync(server, Token)).Select(one => one.Prompt.Text)];

    private static async Task<IReadOnlyList<string>> AuditAsync(ArenaDriver arena) =>
    [
        .. (await arena.Get<AuditStore>().LatestAsync(ArenaDriver.Server, 100, Token))
            .Select(entry => entry.Action).Where(action => action.StartsWith("prompt", StringComparison.Ordinal)),
    ];
}
