using System.Net;
using Arena.Core.Charts;

namespace Bot.Tests.EndToEnd;

/// <summary>Charts and own votes over the wire, after a few battles.</summary>
public sealed class ChartTests(PlayedArenaFixture fixture) : IClassFixture<PlayedArenaFixture>
{
    private ArenaDriver Arena => fixture.Arena;

    /// <summary>Where librsvg is missing, charts come as text with a note.</summary>
    private static bool CanDraw => FontCheck.Run()[0].IsThere == true;

    [Theory]
    [InlineData("wins", "Wins and losses", "battles")]
    [InlineData("actual", "Win-rate matrix (actual)", "How much of a pair's ballots")]
    [InlineData("predicted", "Win-rate matrix (predicted)", "How likely the first model")]
    [InlineData("battles", "Battle counts", "How many battles each pair")]
    [InlineData("languages", "Languages", "German")]
    [InlineData("categories", "Categories", "everyday")]
    [InlineData("history", "Rating history", "change")]
    [InlineData("sizes", "Rating by size", "rating")]
    public async Task Every_kind_answers_with_a_picture_and_the_same_as_text(string kind, string title, string text)
    {
        await Arena.Carol.CommandAsync("chart", ("kind", kind));

        var chart = await Arena.Carol.SeeAsync(message => message.Embeds.Any(box => ((string?)box["title"])?.StartsWith(title, StringComparison.Ordinal) == true));
        Assert.Contains(text, (string)chart.Embeds[0]["description"]!, StringComparison.Ordinal);
        Assert.False(chart.IsEphemeral);
        if (!CanDraw)
        {
            Assert.Contains("can not draw pictures", chart.Everything, StringComparison.Ordinal);
            return;
        }

        var file = Assert.Single(chart.Attachments);
        Assert.Equal($"{kind}.png", (string)file["filename"]!);
        Assert.InRange(((string)file["description"]!).Length, 20, 1024);
        var png = await Arena.Carol.DownloadAsync((string)file["url"]!);
        Assert.Equal("\x89PNG\r\n\x1a\n"u8.ToArray()[^4..], png[4..8]);
        Assert.InRange(png.Length, 5_000, 1_000_000);
    }

    [Fact]
    public async Task What_the_battles_were_is_counted()
    {
        var models = Arena.Query<string>("select model_a from battles where state = 'Settled' union select model_b from battles where state = 'Settled'");
        await Arena.Dave.CommandAsync("chart", ("kind", "wins"), ("rating", "elo"), ("scope", "everywhere"));
        var wins = await Arena.Dave.SeeAsync(message => message.Everything.Contains("Wins and losses · Elo · everywhere", StringComparison.Ordinal));
        Assert.All(models, tag => Assert.Contains(tag, wins.Everything, StringComparison.Ordinal));

        await Arena.Dave.CommandAsync("chart", ("kind", "categories"), ("scope", "everywhere"));
        var categories = await Arena.Dave.SeeAsync(message => message.Everything.Contains("Categories · everywhere", StringComparison.Ordinal));
        foreach (var category in new[] { "science", "everyday", "coding" })
            Assert.Matches($@"{category} +4 +33 % +1\b", (string)categories.Embeds[0]["description"]!);
        Assert.DoesNotContain("knowledge", categories.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_votes_are_seen_by_their_owner_alone_and_tell_nothing_of_an_open_vote()
    {
        await Arena.Bob.CommandAsync("me");

        var mine = await Arena.Bob.SeeAsync(message => message.Everything.Contains("Your votes · this server", StringComparison.Ordinal));
        Assert.True(mine.IsEphemeral);
        Assert.Contains("**Ballots** 3 in settled battles, all counted", mine.Everything, StringComparison.Ordinal);
        // The others: A, B and a tie, which is no winner; A and two B; two A and a bad one.
        Assert.Contains("33 %: 1 of 3 ballots as the others saw it", mine.Everything, StringComparison.Ordinal);
        Assert.Equal(CanDraw ? 1 : 0, mine.Attachments.Count);
        foreach (var other in Arena.Members.Where(member => member != Arena.Bob))
            Assert.DoesNotContain(await other.MessagesAsync(), message => message.Id == mine.Id);
    }

    [Fact]
    public async Task A_member_who_never_voted_is_told_how_to()
    {
        var stranger = await Arena.NewMemberAsync("onlooker");

        await stranger.CommandAsync("me");

        await stranger.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("None of your votes is in a settled battle yet.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Discord_does_not_offer_it_does_not_let_through()
    {
        using var kind = await Arena.Bob.SendCommandAsync("chart", ("kind", "pie"));
        using var page = await Arena.Bob.SendCommandAsync("chart", ("kind", "wins"), ("page", 0));
        using var none = await Arena.Bob.SendCommandAsync("chart");

        Assert.All([kind, page, none], response => Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode));
    }

    [Fact]
    public async Task A_category_nobody_used_is_one_sentence()
    {
        await Arena.Bob.CommandAsync("chart", ("kind", "actual"), ("category", "roleplay"));

        await Arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("No battle about roleplay has been counted here yet.", StringComparison.Ordinal));
    }
}
