using Arena.Core.Battles.Voting;
using Arena.Core.Prompts;
using Arena.Core.Roster;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Prompts;
using Bot.Tests.Presentation;

namespace Bot.Tests.Commands.Prompts;

public sealed class SuggestionCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_suggests_a_model_and_is_told_in_the_channel_that_it_is_on_the_roster()
    {
        await using var arena = await StartAsync();
        arena.Models.Tags.Add("kiwi:3b");

        Assert.Equal(
            "**kiwi:3b** is on the moderators' list. What they decide is told in this channel.",
            await arena.UseAsync("models suggest", new { model = "kiwi:3b", note = "Small and *quick*." }, Bob));
        var shown = await arena.UseAsync("model suggestions", but: Moderator);
        Assert.Contains("Suggested model · 1 of 1", shown, StringComparison.Ordinal);
        Assert.Contains(@"*Small and \*quick\*.*", shown, StringComparison.Ordinal);
        Assert.Contains("by <@7> in <#2>", shown, StringComparison.Ordinal);

        Assert.Equal(
            "**kiwi:3b** is on the roster and plays from the next battle on. Nothing waits for a decision.", await arena.PressAsync("suggestion-approve:model/1", Moderator));
        Assert.Equal("<@7>, your suggestion **kiwi:3b** is on the roster.", Posted(arena).Last());
        Assert.NotNull(await arena.Get<RosterService>().FindAsync("kiwi:3b", Cancel));
    }

    [Fact]
    public async Task A_suggestion_is_declined_with_a_reason_from_a_form_and_the_second_moderator_hears_of_it()
    {
        await using var arena = await StartAsync();
        await arena.UseAsync("prompts suggest", new { text = "Name a fish.", category = "knowledge" }, Bob);

        await arena.PressAsync("suggestion-decline:prompt/1", Moderator);
        Assert.Equal("suggestion-decline:prompt/1", arena.Discord.Forms.Last().CustomId);
        Assert.Contains("The prompt is declined.", await SubmitAsync(arena, "suggestion-decline:prompt/1", "Too *fishy*."), StringComparison.Ordinal);

        var told = Posted(arena).Last();
        Assert.Matches(@"^<@7>, your suggestion of a prompt, made <t:\d+:R>, was declined\. The reason: Too \\\*fishy\\\*\.$", told);
        foreach (var button in new[] { "suggestion-approve:prompt/1", "suggestion-decline:prompt/1" })
            Assert.Contains("The prompt was declined already by <@4>.", await arena.PressAsync(button, Moderator), StringComparison.Ordinal);
        Assert.Equal(told, Posted(arena).Last());
        Assert.StartsWith(
            "You suggested that before, and it was declined.", await arena.UseAsync("prompts suggest", new { text = "name a fish." }, Bob), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approved_prompt_is_in_the_servers_library()
    {
        await using var arena = await StartAsync();
        await arena.UseAsync("prompts suggest", new { text = "Name a fish.", category = "knowledge" }, Bob);

        Assert.Contains("The prompt is in this server's library.", await arena.PressAsync("suggestion-approve:prompt/1", Moderator), StringComparison.Ordinal);

        Assert.Equal(
            new LibraryPrompt("Name a fish.", "knowledge"),
            (await arena.Get<ServerPrompts>().ListAsync(CommandDriver.Home, Cancel)).First(one => one.IsOwn).Prompt);
        Assert.Equal("<@7>, your suggestion of a prompt is in this server's library: Name a fish.", Posted(arena).Last());
    }

    [Fact]
    public async Task What_came_by_other_means_meanwhile_is_shown_as_there_and_only_told()
    {
        await using var arena = await StartAsync();
        await arena.UseAsync("models suggest", new { model = "kiwi:3b" }, Bob);
        await arena.UseAsync("prompts suggest", new { text = "Name a fish." }, Bob);
        Assert.Contains("[Decline Danger", await arena.UseAsync("model suggestions", but: Moderator), StringComparison.Ordinal);
        arena.Models.Tags.Add("kiwi:3b");
        await arena.UseAsync("model add", new { model = "kiwi:3b" }, Moderator);
        await arena.UseAsync("prompt add", new { text = "name a FISH." }, Moderator);

        var model = await arena.UseAsync("model suggestions", but: Moderator);
        Assert.Contains("On the roster already.", model, StringComparison.Ordinal);
        Assert.EndsWith("[Tell them Success suggestion-approve:model/1]", model, StringComparison.Ordinal);
        var prompt = await arena.UseAsync("prompt suggestions", but: Moderator);
        Assert.Contains("In this server's library already.", prompt, StringComparison.Ordinal);
        Assert.EndsWith("[Tell them Success suggestion-approve:prompt/2]", prompt, StringComparison.Ordinal);

        // No node is needed for that.
        arena.Models.IsReachable = false;
        await arena.PressAsync("suggestion-approve:model/1", Moderator);
        Assert.Equal("<@7>, your suggestion **kiwi:3b** is on the roster.", Posted(arena).Last());
        await arena.PressAsync("suggestion-approve:prompt/2", Moderator);
        Assert.Equal("<@7>, your suggestion of a prompt is in this server's library: Name a fish.", Posted(arena).Last());
        Assert.Equal($"(ephemeral)\n{SuggestionSentences.None}", await arena.UseAsync("model suggestions", but: Moderator));
    }

    [Fact]
    public async Task A_suggested_model_that_is_out_of_play_can_be_let_play_again()
    {
        await using var arena = await StartAsync();
        arena.Models.Tags.Add("kiwi:3b");
        await arena.UseAsync("models suggest", new { model = "kiwi:3b" }, Bob);
        await arena.UseAsync("model add", new { model = "kiwi:3b" }, Moderator);
        await arena.UseAsync("model retire", new { model = "kiwi:3b" }, Moderator);

        var shown = await arena.UseAsync("model suggestions", but: Moderator);
        Assert.Contains("On the roster already, but out of play.", shown, StringComparison.Ordinal);
        Assert.Contains("[Decline Danger", shown, StringComparison.Ordinal);
        await arena.PressAsync("suggestion-approve:model/1", Moderator);

        Assert.True((await arena.Get<RosterService>().FindAsync("kiwi:3b", Cancel))!.CanPlay);
    }

    [Fact]
    public async Task Moderators_are_told_once_and_not_for_each_suggestion()
    {
        await using var arena = await StartAsync();
        foreach (var fish in new[] { "carp", "pike", "eel" })
            await arena.UseAsync("prompts suggest", new { text = $"Describe a {fish}." }, Bob);

        var notice = Assert.Single(arena.Discord.Posted, message => message.Content?.StartsWith("A member suggests", StringComparison.Ordinal) == true);
        Assert.Contains("[Look at suggestions Primary suggestions:prompt/0]", MessageText.Of(notice), StringComparison.Ordinal);
        var list = await arena.PressAsync("suggestions:prompt/0", Moderator);
        Assert.StartsWith("(ephemeral)", list, StringComparison.Ordinal);
        Assert.Contains("> Describe a carp.", list, StringComparison.Ordinal);
        Assert.Contains("[Next Secondary suggestion-next:prompt/2]", list, StringComparison.Ordinal);
        Assert.Contains("> Describe a pike.", await arena.PressAsync("suggestion-next:prompt/2", Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_of_the_list_are_for_those_who_may_decide()
    {
        await using var arena = await StartAsync();
        await arena.UseAsync("prompts suggest", new { text = "Name a fish." }, Bob);
        await arena.UseAsync("models suggest", new { model = "kiwi:3b" }, Bob);

        foreach (var verb in new[] { "suggestions", "suggestion-next", "suggestion-approve", "suggestion-decline" })
        {
            Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.PressAsync($"{verb}:prompt/1", Bob));
            Assert.Equal(
                $"(ephemeral)\n{ErrorText.OnlyRosterKeepers}",
                await arena.PressAsync($"{verb}:model/2", origin => Moderator(origin) with { Server = new ServerId(2) }));
        }

        Assert.Contains(
            SuggestionSentences.Unknown, await arena.PressAsync("suggestion-approve:prompt/1", origin => Moderator(origin) with { Server = new ServerId(2) }), StringComparison.Ordinal);
        foreach (var hostile in new[] { "suggestion-approve:", "suggestion-approve:model", "suggestion-approve:boat/1", "suggestion-approve:model/x", "suggestion-approve:model/-1" })
            Assert.Equal($"(ephemeral)\n{ErrorText.UnknownButton}", await arena.PressAsync(hostile, Moderator));
        Assert.Equal(2, (await OpenAsync(arena, SuggestionKind.Prompt)) + (await OpenAsync(arena, SuggestionKind.Model)));
    }

    [Fact]
    public async Task A_banned_member_suggests_nothing()
    {
        await using var arena = await StartAsync();
        await arena.Get<BanDesk>().BanAsync(CommandDriver.Home, CommandDriver.Bob, "bob", null, CommandDriver.Alice, Cancel);

        Assert.Equal(SuggestionSentences.Banned, await arena.UseAsync("models suggest", new { model = "kiwi:3b" }, Bob));
        Assert.Equal(SuggestionSentences.Banned, await arena.UseAsync("prompts suggest", new { text = "Name a fish." }, Bob));
        Assert.Equal(0, await OpenAsync(arena, SuggestionKind.Model));
    }

    /// <summary>With a battle, so that there is a channel for notices.</summary>
    private static async Task<CommandDriver> StartAsync()
    {
        var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        return arena;
    }

    private static async Task<int> OpenAsync(CommandDriver arena, SuggestionKind kind) =>
        (await arena.Get<SuggestionDesk>().OpenAsync(kind, CommandDriver.Home, Cancel)).Count;

    private static InteractionOrigin Bob(InteractionOrigin origin) => origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.None) };

    private static InteractionOrigin Moderator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer) };

    private static Task<string> SubmitAsync(CommandDriver arena, string customId, string reason) =>
        arena.SubmitAsync(customId, new Dictionary<string, string> { ["reason"] = reason }, Moderator);

    private static IEnumerable<string> Posted(CommandDriver arena) => arena.Discord.Posted.Select(message => message.Content ?? "");
}
