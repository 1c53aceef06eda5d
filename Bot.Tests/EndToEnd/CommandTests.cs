using System.Net;

namespace Bot.Tests.EndToEnd;

/// <summary>Each command as a member, a moderator and a stranger type it. One arena for all; what one test does must not disturb another.</summary>
public sealed class CommandTests(ArenaFixture fixture) : IClassFixture<ArenaFixture>
{
    private ArenaDriver Arena => fixture.Arena;

    [Fact]
    public async Task Help_fits_a_screen_and_names_the_commands()
    {
        await Arena.Dave.CommandAsync("help");
        var help = await Arena.Dave.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("/leaderboard", StringComparison.Ordinal));
        Assert.Contains("/battle", help.Everything, StringComparison.Ordinal);
        Assert.True(help.Everything.Length < 6_000);
    }

    [Fact]
    public async Task Models_list_shows_the_roster()
    {
        await Arena.Dave.CommandAsync("models list");
        var list = await Arena.Dave.SeeAsync(message => message.IsByBot && message.Everything.Contains("owl", StringComparison.OrdinalIgnoreCase)
            && message.Everything.Contains("fox", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("null", list.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_battle_without_a_prompt_takes_one_from_the_library()
    {
        await Arena.Carol.CommandAsync("battle", ("category", "math"));
        await Arena.Carol.SeeAsync(message => message.IsVoting && message.Everything.Contains("🎲", StringComparison.Ordinal)
            && message.Everything.Contains("math", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Battle_this_makes_a_prompt_of_a_message()
    {
        var id = await Arena.Bob.SayAsync("Why do cats purr, and is it always a good sign?");
        await Arena.Bob.MessageCommandAsync("Battle this", id);
        await Arena.Bob.SeeAsync(message => message.IsVoting && message.Everything.Contains("Why do cats purr", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Elo_of_a_model_without_a_battle_says_so()
    {
        await Arena.Bob.CommandAsync("elo", ("model", "elephant:14b"));
        await Arena.Bob.SeeAsync(message => message.IsByBot && message.Everything.Contains("elephant:14b", StringComparison.Ordinal)
            && message.Everything.Contains("14.8B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_model_is_answered_with_a_suggestion()
    {
        await Arena.Bob.CommandAsync("elo", ("model", "owl:7bb"));
        await Arena.Bob.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("owl:7bb", StringComparison.Ordinal)
            && message.Everything.Contains("Did you mean `owl:7b`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moderator_adds_what_the_node_has_and_is_told_what_it_has_not()
    {
        await Arena.Alice.CommandAsync("model add", ("model", "no-such-model:7b"));
        await Arena.Alice.SeeAsync(message => message.Everything.Contains("no-such-model:7b", StringComparison.Ordinal)
            && message.Everything.Contains("not known", StringComparison.Ordinal));
        await Arena.Alice.CommandAsync("model add", ("model", "rm -rf / ;"));
        await Arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("has no spaces", StringComparison.Ordinal));
        await Arena.Alice.CommandAsync("model add", ("model", "owl:7b"));
        await Arena.Alice.SeeAsync(message => message.IsByBot && message.Everything.Contains("owl:7b", StringComparison.Ordinal)
            && message.Everything.Contains("already", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_model_is_retired_and_comes_back_by_being_added()
    {
        await Arena.Alice.CommandAsync("model retire", ("model", "parrot:1b"));
        await Eventually.TrueAsync(() => Task.FromResult(Status("parrot:1b") == "Retired"));
        await Arena.Alice.CommandAsync("model add", ("model", "parrot:1b"));
        await Eventually.TrueAsync(() => Task.FromResult(Status("parrot:1b") == "Active"));
    }

    [Fact]
    public async Task Moderators_commands_are_closed_to_members()
    {
        var shown = await Arena.Bob.GetAsync($"guilds/{Arena.Bob.Server}/application-command-index");
        Assert.DoesNotContain(shown["application_commands"]!.AsArray(), command => (string)command!["name"]! is "model" or "arena");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Arena.Bob.CommandAsync("model retire", ("model", "owl:7b")));
        Assert.Equal("Active", Status("owl:7b"));
    }

    [Fact]
    public async Task The_leaderboard_of_an_unknown_rating_is_refused_plainly()
    {
        using var response = await Arena.Bob.SendCommandAsync("leaderboard", ("rating", "; drop table ratings"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);   // Discord itself refuses what is not among the choices
        await Arena.Bob.CommandAsync("leaderboard", ("rating", "score"));
        await Arena.Bob.SeeAsync(message => message.IsByBot && message.Everything.Contains("Score", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_says_how_the_node_and_the_queue_are()
    {
        await Arena.Alice.CommandAsync("arena status");
        await Arena.Alice.SeeAsync(message => message.IsByBot && message.Everything.Contains("6 can play", StringComparison.Ordinal)
            && message.Everything.Contains("1 reachable", StringComparison.Ordinal));
    }

    private string Status(string tag) => Arena.Query<string>("select status from models where tag = @tag", new { tag }).Single();
}
