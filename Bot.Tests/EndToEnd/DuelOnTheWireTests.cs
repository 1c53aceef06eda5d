namespace Bot.Tests.EndToEnd;

/// <summary>Duels and presets as a member, a moderator and somebody who may do little use them.</summary>
public sealed class DuelOnTheWireTests(ArenaFixture fixture) : IClassFixture<ArenaFixture>
{
    private ArenaDriver Arena => fixture.Arena;

    [Fact]
    public async Task A_member_duels_two_models_and_another_repeats_it()
    {
        const string prompt = "Which of you is the better poet, and why?";
        await Arena.Bob.CommandAsync("duel", ("model_a", "owl:7b"), ("model_b", "parrot:1b"), ("prompt", prompt));

        var duel = await Arena.Dave.SeeAsync(message => message.Everything.Contains(prompt, StringComparison.Ordinal) && message.Offers("Same duel again"));
        Assert.StartsWith("A · owl:7b", (string)duel.Embeds[0]["title"]!, StringComparison.Ordinal);
        Assert.StartsWith("B · parrot:1b", (string)duel.Embeds[1]["title"]!, StringComparison.Ordinal);
        Assert.Contains("tokens/s", duel.Everything, StringComparison.Ordinal);
        Assert.Empty(duel.Reactions);
        Assert.False(duel.Offers("Reveal"));

        await Arena.Dave.PressAsync(duel, "Same duel again");
        await Arena.Dave.SeeAsync(message => message.Id != duel.Id && message.Everything.Contains(prompt, StringComparison.Ordinal) && message.Offers("Same duel again"));
        Assert.Equal(
            [("owl:7b", "parrot:1b", "Settled"), ("owl:7b", "parrot:1b", "Settled")],
            Arena.Query<(string, string, string)>("select model_a, model_b, state from battles where kind = 'Duel' and prompt = @prompt", new { prompt }));
        Assert.Empty(Arena.Query<long>("select battle_id from ballots where battle_id in (select id from battles where kind = 'Duel')"));
        Assert.Empty(Arena.Query<long>("select battle_id from rating_history where battle_id in (select id from battles where kind = 'Duel')"));
    }

    [Fact]
    public async Task A_model_that_nobody_knows_is_answered_to_the_caller_alone()
    {
        await Arena.Carol.CommandAsync("duel", ("model_a", "owl:7bb"), ("model_b", "parrot:1b"), ("prompt", "Hello"));

        await Arena.Carol.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("Did you mean `owl:7b`", StringComparison.Ordinal));
        Assert.DoesNotContain(await Arena.Dave.MessagesAsync(), message => message.Everything.Contains("owl:7bb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moderator_makes_a_preset_a_member_battles_with_it_and_nobody_else_changes_it()
    {
        await Arena.Alice.CommandAsync("arena presets set", ("name", "tiny"), ("top_k", 5), ("output_tokens", 40), ("system_prompt", "Answer in one sentence."));
        await Arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("The preset **tiny** is new", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Arena.Bob.CommandAsync("arena presets remove", ("name", "tiny")));

        await Arena.Bob.CommandAsync("battle", ("prompt", "Why do magpies collect things that glitter?"), ("preset", "tiny"));
        var battle = await Arena.Bob.SeeAsync(message => message.IsVoting && message.Everything.Contains("magpies", StringComparison.Ordinal));
        Assert.DoesNotContain("tiny", battle.Everything, StringComparison.Ordinal);
        await Arena.Bob.ReactAsync(battle, "🇦");
        await Arena.Bob.PressAsync(battle, "Reveal");

        await Arena.Bob.SeeChangedAsync(battle, message => message.Everything.Contains("Preset `tiny`.", StringComparison.Ordinal));
        Assert.All(
            Arena.Query<int>("select output_tokens from answers join battles on battles.id = battle_id where preset = 'tiny'"),
            tokens => Assert.InRange(tokens, 1, 40));
        Assert.Equal(["preset.set"], Arena.Query<string>("select action from audit where subject = 'tiny'"));
    }
}
