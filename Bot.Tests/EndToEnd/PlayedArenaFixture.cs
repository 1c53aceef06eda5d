namespace Bot.Tests.EndToEnd;

/// <summary>An arena in which a few battles have been fought, in two languages, with several voters, and one whose vote is still open.</summary>
public sealed class PlayedArenaFixture : IAsyncLifetime
{
    private const string A = "🇦", B = "🇧", Tie = "🤝", Bad = "👎";

    internal ArenaDriver Arena { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Arena = await ArenaDriver.StartAsync(("ARENA_WAITING_PER_MEMBER", "20"));
        await FightAsync("Why is the sky blue during the day and red in the evening?", "science", A, A, B, Tie);
        await FightAsync("Wie bekomme ich Rotweinflecken aus einem weißen Tischtuch heraus, ohne es zu bleichen?", "everyday", B, B, B, A);
        await FightAsync("Write a function that tells whether a word is a palindrome, and explain its running time.", "coding", Bad, Tie, A, A);
        var open = await BattleAsync("Is this vote open while others look at their own?", "knowledge");
        await Arena.Bob.ReactAsync(open, A);
        await CountedAsync(13);
    }

    public ValueTask DisposeAsync() => Arena.DisposeAsync();

    /// <summary>A battle with the votes of alice, bob, carol and dave.</summary>
    private async Task FightAsync(string prompt, string category, params string[] votes)
    {
        var battle = await BattleAsync(prompt, category);
        var before = Arena.Query<int>("select count(*) from ballots").Single();
        foreach (var (member, vote) in Arena.Members.Zip(votes))
            await member.ReactAsync(battle, vote);
        await CountedAsync(before + votes.Length);
        await Arena.Alice.PressAsync(battle, "Reveal");
        await Arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
    }

    private async Task<SeenMessage> BattleAsync(string prompt, string category)
    {
        await Arena.Alice.CommandAsync("battle", ("prompt", prompt), ("category", category));
        return await Arena.Alice.SeeAsync(message => message.IsVoting && message.Everything.Contains(prompt, StringComparison.Ordinal));
    }

    private Task CountedAsync(int ballots) => Eventually.TrueAsync(() =>
        Task.FromResult(Arena.Query<int>("select count(*) from ballots where counted = 1").Single() == ballots));
}
