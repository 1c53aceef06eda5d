using System.Text;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>A server's prompts and what members suggest, over the wire: as member, moderator and stranger.</summary>
public sealed class PromptsOnTheWireTests
{
    [Fact]
    public async Task A_moderator_keeps_the_library_and_files_are_imported_from_Discord()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await TellAsync(arena.Alice, "prompt add", "is in this server's library, as `math`", ("text", "Is 91 prime?"), ("category", "math"));
        await TellAsync(arena.Alice, "prompt list", "`1` Is 91 prime?");

        await ImportAsync(arena, "mine.txt", "Name a fish.\nIs 91 PRIME?\nname a fish.\nName a tree.", "Added 2 prompts, skipped 2 duplicates.");
        await ImportAsync(arena, "broken.json", "[\n{\"text\": \"a\"},\n{\"text\" \"b\"}\n]", "The JSON is broken in line 3: ");
        await ImportAsync(arena, "huge.txt", new string('x', 5 * 1024 * 1024), "That file has 5 MiB; 1 MiB are possible.");
        await ImportAsync(arena, "picture.png", "\u0089PNG\0\0", "That file is not text in UTF-8.");
        Assert.Equal(3, arena.Query<long>("select count(*) from prompts where removed_at is null").Single());

        await TellAsync(arena.Alice, "prompt remove", "The prompt is out of this server's library", ("prompt", "1"));
        Assert.Equal(
            ["prompt.added", "prompts.imported", "prompt.removed"],
            arena.Query<string>("select action from audit where action like 'prompt%' order by id"));
        Assert.Equal("mine.txt", arena.Query<string>("select subject from audit where action = 'prompts.imported'").Single());
    }

    [Fact]
    [Presses(ButtonIds.PromptBattle, ButtonIds.PromptAnother)]
    public async Task Members_are_not_offered_what_moderators_do_and_draw_prompts_for_themselves()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var offered = (await arena.Bob.GetAsync($"guilds/{arena.Bob.Server}/application-command-index"))["application_commands"]!.AsArray()
            .Select(command => (string)command!["name"]!).ToList();
        Assert.Contains("prompts", offered);
        Assert.DoesNotContain("prompt", offered);

        await arena.Bob.CommandAsync("prompts random", ("category", "math"));
        var shown = await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Offers("Battle with this"));
        await arena.Bob.PressAsync(shown, "Another");
        var another = await arena.Bob.SeeChangedAsync(shown, message => message.Everything != shown.Everything);
        await arena.Bob.PressAsync(another, "Battle with this");
        await arena.Bob.SeeAsync(message => message.IsVoting && message.Everything.Contains("🎲", StringComparison.Ordinal));
        Assert.Equal("math", arena.Query<string>("select category from battles").Single());
    }

    [Fact]
    [Presses(ButtonIds.SuggestionLook, ButtonIds.SuggestionApprove)]
    public async Task A_suggested_model_is_pulled_once_approved_and_the_member_hears_of_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.BattleAsync();
        await arena.Bob.CommandAsync("models suggest", ("model", "otter:4b"), ("note", "It swims."));
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.Contains("is on the moderators' list", StringComparison.Ordinal));

        var notice = await arena.Alice.SeeAsync(message => message.Offers("Look at suggestions"));
        await arena.Bob.PressAsync(notice, "Look at suggestions");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Only moderators can do that", StringComparison.Ordinal));
        await arena.Alice.PressAsync(notice, "Look at suggestions");
        var list = await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Offers("Approve"));
        Assert.Contains("It swims.", list.Everything, StringComparison.Ordinal);

        await arena.Alice.PressAsync(list, "Approve");
        await arena.Bob.SeeAsync(message => message.Content.Contains("your suggestion **otter:4b** is on the roster", StringComparison.Ordinal));
        Assert.Equal("Approved", arena.Query<string>("select state from suggestions").Single());
        Assert.Equal("Active", arena.Query<string>("select status from models where tag = 'otter:4b'").Single());
        Assert.Equal(1, arena.Query<long>("select suggestion_id from pulls").Single());
    }

    [Fact]
    public async Task A_suggested_prompt_is_in_the_library_once_approved_and_can_not_be_suggested_twice()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.BattleAsync();
        await TellAsync(arena.Bob, "prompts suggest", "is on the moderators' list", ("text", "Name a fish."), ("category", "knowledge"));
        await TellAsync(arena.Carol, "prompts suggest", "already and waits for a decision", ("text", "name a  FISH."));

        await arena.Alice.CommandAsync("prompt suggestions");
        var list = await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Offers("Decline"));
        await arena.Alice.PressAsync(list, "Approve");
        await arena.Bob.SeeAsync(message => message.Content.Contains("your suggestion of a prompt is in this server's library", StringComparison.Ordinal));
        await TellAsync(arena.Carol, "prompts suggest", "is in this server's library already", ("text", "name a  FISH."));
    }

    [Fact]
    [Presses(ButtonIds.SuggestionNext, ButtonIds.SuggestionDecline)]
    public async Task A_suggestion_is_declined_with_a_reason_and_the_member_hears_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        foreach (var prompt in new[] { "Name a fish.", "Name a bird." })
            await arena.Bob.HearAsync(
                () => arena.Bob.CommandAsync("prompts suggest", ("text", prompt)), message => message.Content.Contains("is on the moderators' list", StringComparison.Ordinal));
        await arena.Alice.CommandAsync("prompt suggestions");
        var list = await arena.Alice.SeeAsync(message => message.Offers("Next") && message.Everything.Contains("fish", StringComparison.Ordinal));
        await arena.Alice.PressAsync(list, "Next");
        list = await arena.Alice.SeeChangedAsync(list, message => message.Everything.Contains("bird", StringComparison.Ordinal));

        await arena.Alice.SubmitAsync(await arena.Alice.FormAsync(() => arena.Alice.PressAsync(list, "Decline")), "Too *easy*");

        await arena.Bob.SeeAsync(message => !message.IsEphemeral && message.Content.Contains("was declined", StringComparison.Ordinal)
            && message.Content.Contains("Too \\*easy\\*", StringComparison.Ordinal));
        Assert.Equal(["fish Open", "bird Declined"], arena.Query<string>("select iif(subject like '%fish%', 'fish ', 'bird ') || state from suggestions order by id"));
        await TellAsync(arena.Bob, "prompts suggest", "You suggested that before, and it was declined.", ("text", "Name a bird."));
    }

    private static async Task TellAsync(MemberClient member, string command, string told, params (string Name, System.Text.Json.Nodes.JsonNode Value)[] options)
    {
        await member.CommandAsync(command, options);
        await member.SeeAsync(message => message.IsEphemeral && message.Everything.Contains(told, StringComparison.Ordinal));
    }

    private static async Task ImportAsync(ArenaDriver arena, string name, string content, string told)
    {
        await arena.Alice.AttachAsync("prompt import", "file", name, Encoding.Latin1.GetBytes(content));
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith(told, StringComparison.Ordinal));
    }
}
