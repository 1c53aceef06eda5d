using System.Text.Json;
using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Tests.Commands.Leaderboards;

public sealed class ChartCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. ChartKinds.All.Select(kind => kind.Word)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_is_a_picture_first_and_the_same_as_text(string kind)
    {
        var renderer = new FixedRenderer();
        await using var arena = await CommandDriver.StartAsync(more: renderer.Add);
        await SettleAsync(arena);

        await arena.UseAsync("chart", new { kind });

        Assert.Contains("defer", arena.Discord.Journal);
        var message = arena.Discord.Answers.Last();
        var box = Assert.Single(message.Embeds);
        Assert.EndsWith("this server", box.Title, StringComparison.Ordinal);
        Assert.InRange(box.Description!.Length, 10, ChartTables.Limit);
        Assert.Contains(kind switch { "languages" => "English", "categories" => "knowledge", _ => "fox:1b" }, box.Description, StringComparison.Ordinal);
        var picture = Assert.Single(message.Files);
        Assert.Equal(($"{kind}.png", "image/png"), (picture.Name, picture.MediaType));
        Assert.Equal(Assert.Single(renderer.Charts).AltText, picture.Description);
        Assert.InRange(picture.Description!.Length, 10, 1024);
        Assert.False(message.Ephemeral);
        Assert.Empty(message.Components);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Before_any_battle_every_kind_is_one_sentence_for_the_one_who_asked(string kind)
    {
        await using var arena = await CommandDriver.StartAsync(more: new FixedRenderer().Add);

        Assert.Equal("(ephemeral)\nNo battle has been counted here yet. Start one with /battle.", await arena.UseAsync("chart", new { kind }));
        Assert.Equal(
            "(ephemeral)\nNo battle about math has been counted anywhere yet. Start one with /battle and that category, or leave category out.",
            await arena.UseAsync("chart", new { kind, category = "math", scope = "everywhere" }));
    }

    [Theory]
    [InlineData("wins", "bt", "Wins and losses · Bradley–Terry · this server")]
    [InlineData("wins", "elo", "Wins and losses · Elo · this server")]
    [InlineData("history", "bt", "Rating history · Bradley–Terry · this server")]
    [InlineData("history", "score", "Rating history · Score · this server")]
    [InlineData("sizes", "elo", "Rating by size · Elo · this server")]
    [InlineData("sizes", "score", "Rating by size · Score · this server")]
    public async Task Where_a_chart_goes_by_a_rating_it_says_which(string kind, string rating, string title)
    {
        await using var arena = await CommandDriver.StartAsync(more: new FixedRenderer().Add);
        await SettleAsync(arena);

        await arena.UseAsync("chart", new { kind, rating });

        Assert.Equal(title, arena.Discord.Answers.Last().Embeds[0].Title);
    }

    [Fact]
    public async Task The_texts_of_one_battle_say_what_happened()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ["fox:1b", "owl:7b"], more: new FixedRenderer().Add);
        var (winner, loser) = await SettleAsync(arena);

        Assert.Contains($"│ 1  {winner}    1     0     0        1\n│ 1  {loser}    0     0     1        1", Ranked(await arena.UseAsync("chart", new { kind = "wins" })), StringComparison.Ordinal);
        Assert.Contains($"**{winner}** – {loser} 100 %", await arena.UseAsync("chart", new { kind = "actual" }), StringComparison.Ordinal);
        Assert.Matches($@"\*\*{winner}\*\* – {loser} (6|7|8)\d %", await arena.UseAsync("chart", new { kind = "predicted" }));
        Assert.Contains($"**{winner}** – {loser} 1", await arena.UseAsync("chart", new { kind = "battles" }), StringComparison.Ordinal);
        Assert.Contains("│ English         1  100 %        1", await arena.UseAsync("chart", new { kind = "languages" }), StringComparison.Ordinal);
        Assert.Contains("│ knowledge        1  100 %        1", await arena.UseAsync("chart", new { kind = "categories" }), StringComparison.Ordinal);
        Assert.Matches($@"{winner}  0\.000  0\.500  \+0\.500", await arena.UseAsync("chart", new { kind = "history", rating = "score" }));

        // Provisional models have no rank.
        static string Ranked(string text) => text.Replace("?  ", "1  ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_drawn_the_chart_is_text_with_a_note()
    {
        await using var arena = await CommandDriver.StartAsync(more: new FixedRenderer(draws: false).Add);
        await SettleAsync(arena);

        var told = await arena.UseAsync("chart", new { kind = "actual" });

        Assert.Contains("100 %", told, StringComparison.Ordinal);
        Assert.Contains("This machine can not draw pictures", told, StringComparison.Ordinal);
        Assert.Empty(arena.Discord.Answers.Last().Files);
    }

    [Fact]
    public async Task Wins_and_losses_have_pages_of_fifteen_that_buttons_turn()
    {
        await using var arena = await CommandDriver.StartAsync(more: new FixedRenderer().Add);
        await StoredBattles.ChainAsync(arena, [.. Enumerable.Range(1, 31).Select(i => $"m{i:00}:1b")]);

        var first = await arena.UseAsync("chart", new { kind = "wins" });
        Assert.Contains("page 1 of 3", first, StringComparison.Ordinal);
        Assert.Contains("m01:1b", first, StringComparison.Ordinal);
        Assert.DoesNotContain("m31:1b", first, StringComparison.Ordinal);
        Assert.Equal([("chart:wins:bt:all:server:0", true), ("chart:wins:bt:all:server:2", false)], Buttons(arena));

        var second = await arena.PressAsync("chart:wins:bt:all:server:2");
        Assert.Contains("defer update", arena.Discord.Journal);
        Assert.Contains("page 2 of 3", second, StringComparison.Ordinal);
        Assert.Equal([("chart:wins:bt:all:server:1", false), ("chart:wins:bt:all:server:3", false)], Buttons(arena));

        foreach (var beyond in new[] { await arena.PressAsync("chart:wins:bt:all:server:2147483647"), await arena.UseAsync("chart", new { kind = "wins", page = 99_999_999_999 }) })
        {
            Assert.Contains("page 3 of 3", beyond, StringComparison.Ordinal);
            Assert.Contains("m31:1b", beyond, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_matrix_shows_the_first_fifteen_and_says_of_how_many()
    {
        await using var arena = await CommandDriver.StartAsync(more: new FixedRenderer().Add);
        await StoredBattles.ChainAsync(arena, [.. Enumerable.Range(1, 20).Select(i => $"m{i:00}:1b")]);

        var told = await arena.UseAsync("chart", new { kind = "predicted" });

        Assert.Contains("The top 15 of 20 models.", told, StringComparison.Ordinal);
        Assert.Contains("m15:1b", told, StringComparison.Ordinal);
        Assert.DoesNotContain("m16:1b", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "\"pie\"")]
    [InlineData("kind", "\"chart:wins\"")]
    [InlineData("kind", "7")]
    [InlineData("scope", "\"moon\"")]
    [InlineData("rating", "\"; drop table ratings\"")]
    [InlineData("page", "0")]
    [InlineData("page", "-9223372036854775808")]
    [InlineData("page", "\"two\"")]
    [InlineData("page", "1.5")]
    public async Task Hostile_values_are_answered_plainly(string option, string value)
    {
        await using var arena = await CommandDriver.StartAsync();
        var options = new Dictionary<string, JsonElement> { ["kind"] = Json("\"wins\"") };
        options[option] = Json(value);

        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption(option)}", await arena.UseAsync("chart", options));
    }

    [Fact]
    public async Task A_kind_must_be_named_and_a_category_known()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption("kind")}", await arena.UseAsync("chart"));
        Assert.StartsWith("(ephemeral)\nThere is no category `co'ding`. There are: coding", await arena.UseAsync("chart", new { kind = "wins", category = "co`ding" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chart")]
    [InlineData("chart:")]
    [InlineData("chart:pie:bt:all:server:1")]
    [InlineData("chart:wins:bt:all:server:-1")]
    [InlineData("chart:wins:bt:all:moon:1")]
    [InlineData("chart:wins:bt:lies:server:1")]
    [InlineData("chart:wins:glicko:all:server:1")]
    [InlineData("chart:wins:bt:all:server:99999999999")]
    [InlineData("chart:wins:bt:all:server:1:2")]
    public async Task A_button_that_is_none_of_ours_does_nothing(string customId)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownButton}", await arena.PressAsync(customId));
    }

    [Fact]
    public async Task A_button_whose_chart_is_gone_leaves_the_picture_to_the_others()
    {
        await using var arena = await CommandDriver.StartAsync(more: new FixedRenderer().Add);

        Assert.Contains("No battle about math has been counted here yet.", await arena.PressAsync("chart:wins:bt:math:server:2"), StringComparison.Ordinal);
        Assert.True(arena.Discord.Answers.Last().Ephemeral);
    }

    [Fact]
    public async Task Charts_and_own_votes_are_for_servers()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyInServers}", await arena.UseAsync("chart", new { kind = "wins" }, origin => origin with { Server = null }));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyInServers}", await arena.UseAsync("me", but: origin => origin with { Server = null }));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyInServers}", await arena.PressAsync("chart:wins:bt:all:server:1", origin => origin with { Server = null }));
    }

    [Fact]
    public async Task Discord_takes_the_commands_as_they_are_defined()
    {
        await using var arena = await CommandDriver.StartAsync();

        CommandRules.Check(arena.Router.Definitions);
        Assert.Contains("chart", arena.Router.Definitions.Select(definition => definition.Name));
        Assert.Contains("me", arena.Router.Definitions.Select(definition => definition.Name));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_buttons_address_is_read_back(string kind)
    {
        var address = ChartAddress.Parse($"{kind}:score:writing:everywhere:12")!;

        Assert.Equal((kind, "writing", true, 12), (ChartKinds.Word(address.Kind), address.Category, address.Everywhere, address.Page));
        Assert.Equal($"chart:{kind}:score:writing:everywhere:12", address.ButtonId);
    }

    /// <summary>A battle with one ballot for A.</summary>
    private static async Task<(string Winner, string Loser)> SettleAsync(CommandDriver arena)
    {
        await arena.UseAsync("battle", new { prompt = "Why is the sky blue during the day and red in the evening?", category = "knowledge" });
        var battle = await arena.UntilAsync(1, found => found.State == BattleState.Voting);
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);
        await arena.PressAsync("reveal:1");
        await arena.UntilAsync(1, found => found.State == BattleState.Settled);
        return (battle.ModelA, battle.ModelB);
    }

    private static IReadOnlyList<(string CustomId, bool Disabled)> Buttons(CommandDriver arena) =>
        [.. arena.Discord.Answers.Last().Components.Single().Components.Cast<Component.Button>().Select(button => (button.CustomId, button.Disabled))];

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
