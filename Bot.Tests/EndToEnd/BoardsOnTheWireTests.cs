using System.Text.Json.Nodes;
using Arena.Core.Charts;

namespace Bot.Tests.EndToEnd;

/// <summary>A few battles, and then every board, card and file of them, as members see them over the wire.</summary>
public sealed class BoardsOnTheWireTests
{
    /// <summary>Where librsvg is missing, boards come as text with a note.</summary>
    private static bool CanDraw => FontCheck.Run()[0].IsThere == true;

    [Fact]
    public async Task Boards_cards_and_the_export_tell_of_the_battles_that_were_fought()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await FightAsync(arena, "coding", "🇦");
        await FightAsync(arena, "math", "🇧");
        await FightAsync(arena, "coding", "🤝");

        await EachSystemHasItsBoard(arena);
        await ScopesAndCategoriesCountTheirOwn(arena);
        await PagesAreAskedFor(arena);
        await CardsOfOneAndTwo(arena);
        await ModeratorsExport(arena);
        await MembersAreRefused(arena);
    }

    private static async Task EachSystemHasItsBoard(ArenaDriver arena)
    {
        foreach (var (rating, title) in new[] { ("bt", "Bradley–Terry"), ("elo", "Elo"), ("score", "Score") })
        {
            var board = await ShowAsync(arena, title + " · this server", "leaderboard", ("rating", rating));
            Assert.Contains("6 ballots in 3 battles", board.Everything, StringComparison.Ordinal);
            AssertPicture(board, "leaderboard.png");
        }

        var byDefault = await ShowAsync(arena, "Bradley–Terry · this server", "leaderboard");
        Assert.Contains("95 % interval", byDefault.Everything, StringComparison.Ordinal);
        var styled = await ShowAsync(arena, "Bradley–Terry, style-controlled · this server", "leaderboard", ("style", "style-controlled"));
        Assert.Contains("One unit of length", styled.Everything, StringComparison.Ordinal);
        if (CanDraw)
        {
            var png = await arena.Dave.DownloadAsync((string)byDefault.Attachments.Single()["url"]!);
            Assert.Equal("\x89PNG\r\n\x1a\n"u8.ToArray()[^4..], png[4..8]);
        }
    }

    private static async Task ScopesAndCategoriesCountTheirOwn(ArenaDriver arena)
    {
        var coding = await ShowAsync(arena, "Elo · coding · everywhere", "leaderboard", ("rating", "elo"), ("category", "coding"), ("scope", "everywhere"));
        Assert.Contains("4 ballots in 2 battles", coding.Everything, StringComparison.Ordinal);
        var nobody = await ShowAsync(arena, "Bradley–Terry · science · this server", "leaderboard", ("category", "science"));
        Assert.Contains("No battle about science has been counted here yet.", nobody.Everything, StringComparison.Ordinal);
        await arena.Dave.CommandAsync("leaderboard", ("rating", "score"), ("style", "style-controlled"));
        await arena.Dave.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Only the Bradley–Terry board", StringComparison.Ordinal));
    }

    private static async Task PagesAreAskedFor(ArenaDriver arena)
    {
        var last = await ShowAsync(arena, "Score · math · this server", "leaderboard", ("rating", "score"), ("category", "math"), ("page", 7));
        Assert.Empty(last.Buttons);                                          // two models are one page
        using var refused = await arena.Dave.SendCommandAsync("leaderboard", ("page", 0));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static async Task CardsOfOneAndTwo(ArenaDriver arena)
    {
        var (a, b) = arena.Query<(string, string)>("select model_a, model_b from battles order by id limit 1").Single();
        var card = await ShowAsync(arena, a, "elo", ("model", a.ToUpperInvariant()));
        Assert.Contains("**Bradley–Terry**", card.Everything, StringComparison.Ordinal);
        AssertPicture(card, "history.png");

        var pair = await ShowAsync(arena, $"{a} against {b}", "elo", ("model", a), ("versus", b));
        Assert.Contains("**Actual**", pair.Everything, StringComparison.Ordinal);
        AssertPicture(pair, "head-to-head.png");

        await arena.Dave.CommandAsync("elo", ("model", a), ("versus", a));
        await arena.Dave.SeeAsync(message => message.IsEphemeral && message.Content.Contains("against itself", StringComparison.Ordinal));
        await arena.Dave.CommandAsync("elo", ("versus", b));
        await arena.Dave.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Name the model", StringComparison.Ordinal));
    }

    private static async Task ModeratorsExport(ArenaDriver arena)
    {
        foreach (var (format, ending) in new[] { ("csv", ".csv"), ("jsonl", ".jsonl") })
        {
            await arena.Alice.CommandAsync("arena export", ("format", format));
            var handed = await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Attachments.Any(
                file => ((string)file["filename"]!).EndsWith(ending, StringComparison.Ordinal)));
            Assert.Contains("6 ballots in 3 battles, one row for each ballot.", handed.Content, StringComparison.Ordinal);
            var text = System.Text.Encoding.UTF8.GetString(await arena.Alice.DownloadAsync((string)handed.Attachments.Single()["url"]!));
            var lines = text.TrimEnd('\n').Split('\n');
            Assert.Equal(format == "csv" ? 7 : 6, lines.Length);
            if (format == "jsonl")
                Assert.All(lines, line => Assert.Contains((string)JsonNode.Parse(line)!["winner"]!, new[] { "model_a", "model_b", "tie" }));
            foreach (var member in arena.Query<long>("select distinct member_id from ballots"))
                Assert.DoesNotContain(((ulong)member).ToString(System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        }

        Assert.Equal(2, arena.Query<long>("select count(*) from audit where action = 'comparisons.exported'").Single());
        Assert.DoesNotContain(await arena.Bob.MessagesAsync(), message => message.Content.Contains("This server's comparisons", StringComparison.Ordinal));
    }

    private static async Task MembersAreRefused(ArenaDriver arena)
    {
        // Discord hides the command; a request made by hand is refused before it reaches the bot, and the bot has a check of its own.
        await Assert.ThrowsAsync<InvalidOperationException>(() => arena.Bob.CommandAsync("arena export"));
        Assert.Equal(2, arena.Query<long>("select count(*) from audit where action = 'comparisons.exported'").Single());
    }

    /// <summary>Bob and Carol vote alike.</summary>
    private static async Task FightAsync(ArenaDriver arena, string category, string emoji)
    {
        var battles = arena.Query<long>("select count(*) from battles").Single();
        await arena.Alice.CommandAsync("battle", ("prompt", $"Question {battles}: what is a monad?"), ("category", category));
        var battle = await arena.Alice.SeeAsync(message => message.IsVoting && message.Everything.Contains($"Question {battles}:", StringComparison.Ordinal));
        await arena.Bob.ReactAsync(battle, emoji);
        await arena.Carol.ReactAsync(battle, emoji);
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 2 * (battles + 1)));
        await arena.Alice.PressAsync(battle, "Reveal");
        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
    }

    /// <summary>Dave asks; what comes is new and has this title.</summary>
    private static async Task<SeenMessage> ShowAsync(ArenaDriver arena, string title, string command, params (string, JsonNode)[] options)
    {
        var before = (await arena.Dave.MessagesAsync()).Select(message => message.Id).ToHashSet();
        await arena.Dave.CommandAsync(command, options);
        return await arena.Dave.SeeAsync(message => !before.Contains(message.Id) && message.Embeds.Any(embed => (string?)embed["title"] == title));
    }

    private static void AssertPicture(SeenMessage message, string name)
    {
        if (!CanDraw)
            return;
        var file = Assert.Single(message.Attachments);
        Assert.Equal(name, (string?)file["filename"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)file["description"]), "the picture has an alternative text");
    }
}
