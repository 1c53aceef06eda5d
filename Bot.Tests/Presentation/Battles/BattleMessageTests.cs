using System.Text;
using System.Text.RegularExpressions;
using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Arena.Core.Ratings;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Tests.Presentation.Battles;

public sealed class BattleMessageTests
{
    [Fact]
    public void A_waiting_battle_tells_its_place_and_the_wait()
    {
        var view = SampleBattles.View(BattleState.Queued, "", "") with { QueuePlace = 3, ExpectedWait = TimeSpan.FromSeconds(41) };

        Approve(view, """
            **Battle** · asked by <@4> · `math`
            > Is 91 a prime number?

            *Third in line, about 40 seconds.*
            [Cancel Secondary cancel:12]
            """);
    }

    [Fact]
    public void A_battle_that_starts_again_says_so()
    {
        var view = SampleBattles.View(BattleState.Queued, "", "") with { QueuePlace = 1, Restarted = true };

        Assert.Contains("*It was interrupted and starts again. First in line.*", Content(view), StringComparison.Ordinal);
    }

    [Fact]
    public void A_battle_whose_models_are_away_says_until_when_it_waits()
    {
        var view = SampleBattles.View(BattleState.Queued, "", "") with { QueuePlace = 1, DroppedAt = SampleBattles.Start };

        Assert.EndsWith(
            "*The models are not reachable right now. The battle waits; it is dropped <t:1800000000:R> if they stay away.*",
            Content(view), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_fill_two_boxes()
    {
        var view = SampleBattles.View(BattleState.Generating) with
        {
            A = new AnswerView("No, it", false, null, null),
            B = AnswerView.Empty,
        };

        Approve(view, """
            **Battle** · asked by <@4> · `math`
            > Is 91 a prime number?
            ┌ #5B8DEF A
            │ No, it
            └ answering…
            ┌ #F2994A B
            └ answering…
            [Cancel Secondary cancel:12]
            """);
    }

    [Fact]
    public void While_voting_is_open_it_tells_how_to_vote_and_until_when()
    {
        Approve(SampleBattles.View(BattleState.Voting), """
            **Battle** · asked by <@4> · `math`
            > Is 91 a prime number?
            ┌ #5B8DEF A
            │ No, it is 7 × 13.
            └
            ┌ #F2994A B
            │ Yes.
            └
            ┌
            │ Which is better? 🇦 A · 🇧 B · 🤝 tie · 👎 both bad. Voting closes <t:1800000600:R>, or after 25 votes.
            └
            [Reveal Primary reveal:12]
            """);
    }

    [Fact]
    public void A_secret_vote_is_by_buttons()
    {
        var view = SampleBattles.View(BattleState.Voting);

        Approve(view with { Battle = view.Battle with { IsSecret = true } }, """
            **Battle** · asked by <@4> · `math`
            > Is 91 a prime number?
            ┌ #5B8DEF A
            │ No, it is 7 × 13.
            └
            ┌ #F2994A B
            │ Yes.
            └
            ┌
            │ Which is better? Votes are secret: press a button, and only you see which. Voting closes <t:1800000600:R>, or after 25 votes.
            └
            [A Secondary vote:12:A] [B Secondary vote:12:B] [Tie Secondary vote:12:Tie] [Both bad Secondary vote:12:BothBad]
            [Reveal Primary reveal:12]
            """);
    }

    [Fact]
    public void What_is_not_counted_is_told_below_the_result()
    {
        var nobody = new Settlement(new Tally(0, 0, 0, 0), null, null, null, SampleBattles.Start, SettleCause.ClosingTime)
        {
            Uncounted = new Dictionary<UncountedReason, int> { [UncountedReason.AccountTooYoung] = 2, [UncountedReason.Banned] = 1 },
        };

        Assert.Contains(
            "No vote counts, so no rating moved.\n3 votes are not counted: 2 from accounts that are too young, 1 from a banned member.\n",
            BattleMessage.Compose(SampleBattles.Settled(settlement: nobody)).Embeds[^1].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Settled_it_names_the_models_and_tells_the_tally_and_the_ratings()
    {
        Approve(SampleBattles.Settled(), """
            **Battle** · asked by <@4> · `math`
            > Is 91 a prime number?
            ┌ #5B8DEF A · qwen2.5:7b (7.6B, Q4_K_M)
            │ No, it is 7 × 13.
            └
            ┌ #F2994A B · llama3.2:3b (3.2B, Q8_0)
            │ Yes.
            └
            ┌
            │ **B won**, 7 : 3, with 2 ties. Elo: A 1760 → 1713 (−47), B 1320 → 1367 (+47).
            │ A 41 tokens/s, first token after 0.6 s · B 88 tokens/s, 0.3 s.
            └
            [New battle Primary battle] [Same prompt again Secondary same:12] [Leaderboard Secondary board]
            """);
    }

    [Theory]
    [InlineData(600, 300, "A 41 tokens/s, first token after 0.6 s · B 41 tokens/s, 0.3 s.")]
    [InlineData(40, 300, "A 41 tokens/s, first token at once · B 41 tokens/s, 0.3 s.")]
    [InlineData(1_400, 0, "A 41 tokens/s, first token after 1.4 s · B 41 tokens/s, at once.")]
    public void First_tokens_are_told_in_words_that_fit(int a, int b, string expected) =>
        Assert.Equal(expected, BattleSentences.Speeds(After(a), After(b)));

    private static Arena.Core.Inference.Answer After(int milliseconds) =>
        new("Yes.", "", 10, 20, TimeSpan.Zero, TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromSeconds(1), 41, "stop");

    [Theory]
    [InlineData(0, 0, 0, 0, "Nobody voted, so no rating moved.")]
    [InlineData(1, 0, 0, 0, "**A won**, 1 : 0.")]
    [InlineData(2, 2, 0, 0, "**Nobody won**, 2 : 2.")]
    [InlineData(0, 0, 1, 3, "**Nobody won**, 0 : 0, with 1 tie and 3 votes that both are bad.")]
    [InlineData(1, 5, 0, 1, "**B won**, 5 : 1, with 1 vote that both are bad.")]
    public void Every_tally_has_its_sentence(int a, int b, int tie, int bothBad, string expected)
    {
        var tally = new Tally(a, b, tie, bothBad);

        Assert.Equal(expected, BattleSentences.Result(new Settlement(tally, tally.Verdict, null, null, SampleBattles.Start, SettleCause.ClosingTime)));
    }

    [Theory]
    [InlineData(1000, 1016, "1000 → 1016 (+16)")]
    [InlineData(1000.4, 984.6, "1001 → 985 (−16)")]
    [InlineData(1760, 1760.26, "1760 → 1760 (+0.3)")]
    [InlineData(1049, 1048.7, "1049 → 1049 (−0.3)")]
    [InlineData(1049, 1049.01, "1049 → 1049 (±0)")]
    [InlineData(-3, 2, "−3 → 2 (+5)")]
    public void A_rating_moves_by_what_the_line_shows(double before, double after, string expected) =>
        Assert.Equal(expected, Numbers.Move(before, after));

    [Fact]
    public void A_void_battle_says_why_and_offers_another_try()
    {
        var view = SampleBattles.View(BattleState.Void) with
        {
            Battle = SampleBattles.Battle(BattleState.Void) with { VoidReason = VoidReason.ModelSilent },
        };

        Approve(view, """
            **Battle** · asked by <@4> · `math`
            > Is 91 a prime number?

            *One of the two models went silent in the middle of its answer. Nothing was counted.*
            [Try again Primary again:12]
            """);
    }

    [Fact]
    public void A_cancelled_battle_offers_nothing()
    {
        var view = SampleBattles.View(BattleState.Void) with
        {
            Battle = SampleBattles.Battle(BattleState.Void) with { VoidReason = VoidReason.Cancelled },
        };

        Assert.Empty(BattleMessage.Compose(view).Components);
        Assert.EndsWith("*This battle was cancelled.*", Content(view), StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_drawn_from_the_library_shows_the_die()
    {
        var view = SampleBattles.View(BattleState.Queued);

        Assert.StartsWith("**Battle** 🎲 · asked by <@4>", Content(view with { Battle = view.Battle with { Source = PromptSource.Library } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Until_it_is_settled_nothing_in_it_depends_on_the_models()
    {
        foreach (var state in new[] { BattleState.Queued, BattleState.Generating, BattleState.Voting, BattleState.Void })
        {
            var view = SampleBattles.View(state, LongAnswer(), LongAnswer());
            var other = view with { Battle = view.Battle with { ModelA = "owl:1b", ModelB = "fox:70b", PairProbability = 0.9 } };

            Assert.Equal(MessageText.Of(BattleMessage.Compose(view)), MessageText.Of(BattleMessage.Compose(other)));
            // Even a view that says too much too early does not get it onto the screen.
            var indiscreet = view with { A = view.A with { Model = SampleBattles.Qwen }, Settlement = SampleBattles.Settled().Settlement };
            Assert.Equal(MessageText.Of(BattleMessage.Compose(view)), MessageText.Of(BattleMessage.Compose(indiscreet)));
        }
    }

    [Theory]
    [InlineData(BattleState.Voting)]
    [InlineData(BattleState.Settled)]
    public void A_long_answer_ends_at_a_paragraph_and_is_attached_whole(BattleState state)
    {
        var answer = LongAnswer();
        var view = state == BattleState.Settled ? SampleBattles.Settled(a: answer) : SampleBattles.View(state, a: answer);

        var message = BattleMessage.Compose(view);

        Assert.EndsWith(".\n\n*continued in answer-a.md*", message.Embeds[0].Description, StringComparison.Ordinal);
        Assert.InRange(message.Embeds[0].Description!.Length, 3_000, 4_096);
        var file = Assert.Single(message.Files);
        Assert.Equal("answer-a.md", file.Name);
        Assert.Equal(answer, Encoding.UTF8.GetString(file.Content.Span));
    }

    [Fact]
    public void Two_long_answers_get_the_same_room_and_fit_one_message()
    {
        var message = BattleMessage.Compose(SampleBattles.Settled(LongAnswer(), LongAnswer()));

        Assert.Equal(["answer-a.md", "answer-b.md"], message.Files.Select(file => file.Name));
        Assert.Equal(message.Embeds[0].Description!.Length, message.Embeds[1].Description!.Length);
        Assert.InRange(message.Embeds[0].Description!.Length, 2_000, 2_550);
        Assert.InRange(MessageText.EmbedCharacters(message), 4_000, 6_000);
    }

    [Fact]
    public void While_it_is_written_a_long_answer_ends_with_dots_and_has_no_file_yet()
    {
        var message = BattleMessage.Compose(SampleBattles.View(BattleState.Generating, a: LongAnswer()));

        Assert.EndsWith("…", message.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Empty(message.Files);
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("a\n")]
    [InlineData("@everyone ")]
    [InlineData("```\n")]
    [InlineData("`")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("http://a.example ")]
    public void A_long_prompt_is_cut_and_attached(string piece)
    {
        var prompt = "Begin. " + string.Concat(Enumerable.Repeat(piece, 2_000 / piece.Length)).TrimEnd() + " End.";
        foreach (var state in Enum.GetValues<BattleState>())
        {
            var message = BattleMessage.Compose(SampleBattles.View(state, prompt: prompt));

            Assert.InRange(message.Content!.Length, 20, 2_000);
            Assert.Matches(new Regex(@"^> \*continued in prompt\.md\*$", RegexOptions.Multiline), message.Content);
            Assert.Equal(prompt, Encoding.UTF8.GetString(Assert.Single(message.Files, file => file.Name == "prompt.md").Content.Span));
        }
    }

    [Theory]
    [InlineData("Hello ```py\nprint(1)", "> Hello \\`\\`\\`py\n> print(1)")]
    [InlineData("```py\nprint(1)", "> ```py\n> print(1)\n> ```")]
    [InlineData("@everyone \u202Etxt.exe", "> @\u200Beveryone txt.exe")]
    [InlineData("see https://a.example/x", "> see <https://a.example/x>")]
    [InlineData("\u200B", "> \u200B")]
    public void A_prompt_stays_in_its_quotation(string prompt, string quoted)
    {
        var content = Content(SampleBattles.View(BattleState.Voting, prompt: prompt));

        Assert.Equal($"**Battle** · asked by <@4> · `math`\n{quoted}", content);
    }

    [Fact]
    public void Whatever_is_asked_and_answered_the_message_is_one_that_Discord_takes()
    {
        var random = new Random(6000);
        for (var round = 0; round < 150; round++)
        {
            string Draw(int most) => NastyText.Draw(random, random.Next(1, most));
            foreach (var state in Enum.GetValues<BattleState>())
            {
                var prompt = Draw(400);
                var view = SampleBattles.View(state, Draw(3_000), Draw(3_000), prompt[..Math.Min(prompt.Length, 2_000)]);

                var message = BattleMessage.Compose(view);

                Assert.InRange(message.Content!.Length, 1, 2_000);
                Assert.InRange(MessageText.EmbedCharacters(message), 0, 6_000);
                Assert.All(message.Embeds, embed => Assert.InRange(embed.Description?.Length ?? 1, 1, 4_096));
                Assert.All(message.Embeds, embed => DiscordMarkdown.AssertStaysInItsBox(embed.Description ?? ""));
            }
        }
    }

    private static string LongAnswer() =>
        string.Join("\n\n", Enumerable.Range(1, 400).Select(i => $"This is paragraph {i} of an answer that has much to say, at length."));

    private static string Content(BattleView view) => BattleMessage.Compose(view).Content!;

    private static void Approve(BattleView view, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), MessageText.Of(BattleMessage.Compose(view)));
}
