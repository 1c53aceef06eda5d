using Arena.Core.Charts;

namespace Bot.Tests.EndToEnd;

/// <summary>The whole way of a battle, as members see it and as the database holds it.</summary>
public sealed class WholeBattleTests
{
    private const string A = "🇦", B = "🇧", Tie = "🤝", Bad = "👎";

    [Fact]
    public async Task Ten_voters_change_their_minds_and_the_reveal_counts_what_stands()
    {
        await using var arena = await ArenaDriver.StartAsync();
        for (var i = 5; i <= 10; i++)
            await arena.NewMemberAsync($"voter{i}");
        var battle = await arena.BattleAsync();
        Assert.Equal([A, B, Tie, Bad], battle.Reactions);

        // Everybody starts with A; six move to B by adding it, one of those withdraws B again, two go for the tie, one leaves.
        var voters = arena.Members;
        foreach (var voter in voters)
            await voter.ReactAsync(battle, A);
        foreach (var voter in voters.Take(6))
            await voter.ReactAsync(battle, B);
        await voters[0].UnreactAsync(battle, B);
        foreach (var voter in voters.Skip(6).Take(2))
        {
            await voter.UnreactAsync(battle, A);
            await voter.ReactAsync(battle, Tie);
        }
        await voters[9].UnreactAsync(battle, A);
        await voters[8].ReactAsync(battle, A); // the same reaction twice

        await Eventually.TrueAsync(() => Task.FromResult(
            arena.Query<string>("select group_concat(choice, ' ') from (select choice from ballots where counted = 1 order by choice)").Single()
            == "A A B B B B B Tie Tie"));
        await arena.Alice.PressAsync(battle, "Reveal");

        var settled = await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        var models = arena.Query<string>("select model_a from battles union all select model_b from battles");
        Assert.All(models, tag => Assert.Contains(tag, settled.Everything, StringComparison.Ordinal));
        Assert.Contains("**B won**, 5 : 2, with 2 ties.", settled.Everything, StringComparison.Ordinal);
        Assert.Contains("Elo", settled.Everything, StringComparison.Ordinal);
        Assert.Contains("tokens/s", settled.Everything, StringComparison.Ordinal);

        Assert.Equal((1 / 15.0, 1 / 15.0), arena.Query<(double, double)>("select pair_probability, uniform_probability from battles").Single());
        var row = arena.Query<(string State, string Verdict)>("select state, verdict from battles").Single();
        Assert.Equal(("Settled", "B"), row);
        // Elo and Score move as the battle settles; the official board follows.
        (string, long)[] boards = [("BradleyTerry", 0), ("BradleyTerry", 1), ("Elo", 0), ("Elo", 1), ("Score", 0), ("Score", 1)];
        await Eventually.TrueAsync(() => Task.FromResult(
            arena.Query<(string, long)>("select system, server_id <> 0 from ratings group by 1, 2 order by 1, 2").SequenceEqual(boards)));
        Assert.Equal(0.0, arena.Query<double>("select sum(rating_after - rating_before) from rating_history where system = 'Elo'").Single(), 9);

        await LateVotesChangeNothing(arena, settled);
        await TheLeaderboardIsAPicture(arena, models);
        await AModelsCardShowsItsRecordAndHistory(arena, models);
    }

    /// <summary>Where librsvg is missing, boards come as text with a note.</summary>
    private static bool CanDraw => FontCheck.Run()[0].IsThere == true;

    private static async Task LateVotesChangeNothing(ArenaDriver arena, SeenMessage settled)
    {
        var before = arena.Query<string>("select group_concat(member_id || choice || counted) from ballots").Single();
        await arena.Bob.ReactAsync(settled, Bad);
        await arena.Alice.CommandAsync("help");
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("/battle", StringComparison.Ordinal));
        Assert.Equal(before, arena.Query<string>("select group_concat(member_id || choice || counted) from ballots").Single());
    }

    private static async Task AModelsCardShowsItsRecordAndHistory(ArenaDriver arena, IReadOnlyList<string> models)
    {
        await arena.Carol.CommandAsync("elo", ("model", models[1]));
        var card = await arena.Carol.SeeAsync(message => CanDraw
            ? message.Attachments.Any(file => ((string)file["filename"]!).StartsWith("history", StringComparison.Ordinal))
            : message.IsByBot && message.Everything.Contains("can not draw pictures", StringComparison.Ordinal) && message.Everything.Contains("1 win", StringComparison.Ordinal));
        Assert.Contains(models[1], card.Everything, StringComparison.Ordinal);
        Assert.Contains("1 win", card.Everything, StringComparison.Ordinal);
    }

    private static async Task TheLeaderboardIsAPicture(ArenaDriver arena, IReadOnlyList<string> models)
    {
        await arena.Carol.CommandAsync("leaderboard");
        if (!CanDraw)
        {
            await arena.Carol.SeeAsync(message => message.Everything.Contains("can not draw pictures", StringComparison.Ordinal)
                && models.All(tag => message.Everything.Contains(tag.Split(':')[0], StringComparison.OrdinalIgnoreCase)));
            return;
        }

        var board = await arena.Carol.SeeAsync(message => message.Attachments.Count > 0 && message.Everything.Contains(".png", StringComparison.Ordinal));
        var file = board.Attachments.Single();
        Assert.All(models, tag => Assert.Contains(tag.Split(':')[0], board.Everything, StringComparison.OrdinalIgnoreCase));
        Assert.False(string.IsNullOrWhiteSpace((string?)file["description"]), "the picture has an alternative text");
        var png = await arena.Carol.DownloadAsync((string)file["url"]!);
        Assert.Equal("\x89PNG\r\n\x1a\n"u8.ToArray()[^4..], png[4..8]);
    }
}
