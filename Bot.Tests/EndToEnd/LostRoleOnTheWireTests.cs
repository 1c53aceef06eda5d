using System.Text.Json.Nodes;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>Who lost the moderators' role while their messages and forms were open moderates no more, at the very next press.</summary>
public sealed class LostRoleOnTheWireTests
{
    [Fact]
    [Presses(ButtonIds.Settings, ButtonIds.Audit, ButtonIds.PromptList, ButtonIds.SuggestionNext, ButtonIds.SuggestionDecline, ButtonIds.RemoveModel, ButtonIds.Category)]
    public async Task What_was_open_when_the_role_went_changes_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var role = (string)(await arena.Alice.GetAsync($"guilds/{arena.Alice.Server}/roles")).AsArray().Single(one => (string)one!["name"]! == "Moderators")!["id"]!;
        var membership = $"guilds/{arena.Dave.Server}/members/{await arena.Dave.IdAsync()}/roles/{role}";
        await arena.Alice.PutAsync(membership, new JsonObject());
        var battle = await arena.BattleAsync();
        foreach (var prompt in new[] { "Name a fish.", "Name a bird." })
            await SuggestAsync(prompt);
        foreach (var model in new[] { "owl:7b", "fox:3b", "raven:8b" })
            await arena.Alice.HearAsync(
                () => arena.Alice.CommandAsync("model bench", ("model", model)), message => message.Content.StartsWith($"**{model}** does not play", StringComparison.Ordinal));

        var dave = arena.Dave;
        var list = await OpenAsync("prompt list", "Next");
        var audit = await OpenAsync("arena audit", "Older");
        var suggestions = await OpenAsync("prompt suggestions", "Decline");
        var removal = await OpenAsync("model remove", "Remove", ("model", "owl:7b"));
        var settings = await OpenAsync("arena settings", "Starting");
        using (await dave.ChooseAsync(settings, "settings:pick", ["quorum"]))
            settings = await dave.SeeChangedAsync(settings, message => message.Offers("Change…"));
        var category = await dave.HearAsync(() => dave.MessageCommandAsync("Correct category", battle.Id), message => message.Content.StartsWith("What is the prompt", StringComparison.Ordinal));
        var quorum = await dave.FormAsync(() => dave.PressAsync(settings, "Change…"));
        var decline = await dave.FormAsync(() => dave.PressAsync(suggestions, "Decline"));
        var before = Stored();
        await arena.Alice.DeleteAsync(membership);

        foreach (var does in new Func<Task>[]
        {
            () => dave.PressAsync(list, "Next"), () => dave.PressAsync(audit, "Older"), () => dave.PressAsync(suggestions, "Approve"), () => dave.PressAsync(suggestions, "Next"),
            () => dave.PressAsync(removal, "Remove"), () => dave.PressAsync(removal, "Keep it"), () => dave.PressAsync(settings, "Starting"), () => dave.PressAsync(settings, "Change…"),
            () => dave.SubmitAsync(quorum, "3"), () => dave.SubmitAsync(decline, "No."),
            async () => (await dave.ChooseAsync(settings, "settings:pick", ["minimum"])).Dispose(), async () => (await dave.ChooseAsync(category, "everyday")).Dispose(),
        })
            await dave.HearAsync(does, message => message is { IsEphemeral: true, Content: ErrorText.OnlyModerators });
        Assert.Equal(before, Stored());

        Task<SeenMessage> OpenAsync(string command, string button, params (string, JsonNode)[] options) =>
            dave.HearAsync(() => dave.CommandAsync(command, options), message => message.Offers(button));

        Task SuggestAsync(string prompt) => arena.Bob.HearAsync(
            () => arena.Bob.CommandAsync("prompts suggest", ("text", prompt)), message => message.Content.Contains("is on the moderators' list", StringComparison.Ordinal));

        string Stored() => string.Join('\n', arena.Query<string>(
            """
            select tag || status || ifnull(removed_at, '') from models union all select key || value from server_settings union all select state from suggestions
            union all select category from battles union all select action from audit
            """));
    }
}
