using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>The buttons under battles, as the one who started it, a member, a moderator and a newcomer press them. Alice moderates.</summary>
public sealed class BattleButtonsOnTheWireTests(ArenaFixture fixture) : IClassFixture<ArenaFixture>
{
    private ArenaDriver Arena => fixture.Arena;

    [Fact]
    [Presses(ButtonIds.Cancel)]
    public async Task A_battle_that_is_being_answered_is_cancelled_by_its_starter_and_by_moderators_alone()
    {
        var newcomer = await Arena.NewMemberAsync("late");
        await Arena.SlowDownModelsAsync();
        foreach (var (prompt, canceller) in new[] { ("May I take it back?", Arena.Bob), ("May a moderator end it?", Arena.Alice) })
        {
            await Arena.Bob.CommandAsync("battle", ("prompt", prompt));
            var battle = await Arena.Bob.SeeAsync(message => message.Offers("Cancel") && message.Content.Contains(prompt, StringComparison.Ordinal));
            foreach (var other in new[] { Arena.Carol, newcomer })
                await other.HearAsync(() => other.PressAsync(battle, "Cancel"), message => message is { IsEphemeral: true, Content: ErrorText.CancelNotYours });
            Assert.NotEqual("Void", State(prompt));

            await canceller.PressAsync(battle, "Cancel");
            await Arena.Carol.SeeChangedAsync(battle, message => !message.Offers("Cancel") && message.Everything.Contains("ancelled", StringComparison.Ordinal));
            Assert.Equal("Void", State(prompt));
        }

        await Arena.SpeedUpModelsAsync();
        Assert.Single(Arena.Query<string>("select action from audit where action = 'battle.cancelled'"));      // the moderator's, of somebody else's
    }

    [Fact]
    [Presses(ButtonIds.TryAgain, ButtonIds.Reveal, ButtonIds.SamePrompt, ButtonIds.NewBattle, ButtonIds.Board)]
    public async Task Everybody_goes_on_with_what_a_battle_left()
    {
        const string prompt = "What is left when the models are gone?";
        await Arena.SpoilAnswersAsync("missing", times: 100);
        await Arena.Bob.CommandAsync("battle", ("prompt", prompt));
        var gone = await Arena.Bob.SeeAsync(message => message.Offers("Try again") && message.Content.Contains(prompt, StringComparison.Ordinal));
        await Arena.HealModelsAsync();
        await Arena.SpeedUpModelsAsync();

        var second = await OpensAsync(Arena.Carol, gone, "Try again");
        Assert.Contains(prompt, second.Content, StringComparison.Ordinal);
        await Arena.Bob.ReactAsync(second, "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(
            Arena.Query<long>("select count(*) from ballots join battles on battles.id = battle_id where message_id = @Id", new { Id = long.Parse(second.Id) }).Single() == 1));
        await Arena.Dave.HearAsync(() => Arena.Dave.PressAsync(second, "Reveal"), message => message is { IsEphemeral: true, Content: ErrorText.RevealNotYours });
        await Arena.Carol.PressAsync(second, "Reveal");
        var settled = await Arena.Dave.SeeChangedAsync(second, message => message.Offers("Same prompt again"));

        Assert.Contains(prompt, (await OpensAsync(Arena.Dave, settled, "Same prompt again")).Content, StringComparison.Ordinal);
        Assert.Contains("🎲", (await OpensAsync(Arena.Alice, settled, "New battle")).Content, StringComparison.Ordinal);
        await Arena.Bob.HearAsync(
            () => Arena.Bob.PressAsync(settled, "Leaderboard"),
            message => message.Embeds.Any(embed => ((string?)embed["title"])?.Contains("this server", StringComparison.Ordinal) == true));
    }

    /// <summary>What opens is asked by the one who pressed.</summary>
    private static async Task<SeenMessage> OpensAsync(MemberClient member, SeenMessage message, string label)
    {
        var asked = $"asked by <@{await member.IdAsync()}>";
        return await member.HearAsync(() => member.PressAsync(message, label), battle => battle.IsVoting && battle.Content.Contains(asked, StringComparison.Ordinal));
    }

    private string State(string prompt) => Arena.Query<string>("select state from battles where prompt = @prompt", new { prompt }).Single();
}
