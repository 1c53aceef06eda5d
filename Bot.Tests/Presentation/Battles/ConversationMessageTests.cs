using System.Text;
using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Showing;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;

namespace Bot.Tests.Presentation.Battles;

/// <summary>A battle's message once its conversation has gone on.</summary>
public sealed class ConversationMessageTests
{
    private static readonly AnsweredTurn Before = new("Is 91 a prime number?", "No, it is 7 × 13.", "Yes.");

    [Fact]
    public void The_last_turn_is_shown_and_each_sides_conversation_is_attached()
    {
        var message = BattleMessage.Compose(View(BattleState.Voting));

        Assert.EndsWith("> Is 91 a prime number?\n**2.**\n> And 97?", message.Content, StringComparison.Ordinal);
        Assert.Equal(["97 is prime.", "No."], message.Embeds.Take(2).Select(embed => embed.Description));
        Assert.Equal(["answer-a.md", "answer-b.md"], message.Files.Select(file => file.Name));
        Assert.Equal(
            "**1. Question**\n\nIs 91 a prime number?\n\n**1. Answer of A**\n\nNo, it is 7 × 13.\n\n\n---\n\n**2. Question**\n\nAnd 97?\n\n**2. Answer of A**\n\n97 is prime.\n",
            Text(message.Files[0]).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(BattleState.Queued)]
    [InlineData(BattleState.Generating)]
    public void While_a_further_turn_waits_or_is_answered_the_turns_before_are_attached(BattleState state)
    {
        var message = BattleMessage.Compose(View(state));

        Assert.Contains("**2.**\n> And 97?", message.Content, StringComparison.Ordinal);
        Assert.Equal(["answer-a.md", "answer-b.md"], message.Files.Select(file => file.Name));
        Assert.All(message.Files, file => Assert.DoesNotContain("97", Text(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Ask_further_is_offered_while_a_further_turn_is_possible()
    {
        string Buttons(int turn, int allowed) => string.Join(' ', BattleMessage.Compose(View(BattleState.Voting) with
        {
            Battle = View(BattleState.Voting).Battle with { Turn = turn, FollowUps = allowed },
        }).Components.SelectMany(row => row.Components).OfType<Component.Button>().Select(button => $"[{button.Label} {button.CustomId}]"));

        Assert.Equal("[Reveal reveal:12] [Ask further further:12]", Buttons(1, 1));
        Assert.Equal("[Reveal reveal:12]", Buttons(2, 1));
        Assert.Equal("[Reveal reveal:12]", Buttons(1, 0));
    }

    [Fact]
    public void The_longest_prompt_and_question_fit_and_are_attached_whole()
    {
        var view = View(BattleState.Queued);
        var message = BattleMessage.Compose(view with
        {
            Battle = view.Battle with { Prompt = new string('@', 2_000), Question = string.Join('\n', Enumerable.Repeat("a", 1_000)) },
        });

        Assert.InRange(message.Content!.Length, 1, 2_000);
        Assert.Equal(["prompt.md", "question.md", "answer-a.md", "answer-b.md"], message.Files.Select(file => file.Name));
    }

    [Fact]
    public void Nothing_of_a_reported_answer_or_prompt_is_shown_in_any_turn()
    {
        var view = View(BattleState.Voting);
        var answerHidden = BattleMessage.Compose(view with { Battle = view.Battle with { Hidden = Sides.A } });
        Assert.Equal("answer-b.md", Assert.Single(answerHidden.Files).Name);
        Assert.DoesNotContain("prime.", answerHidden.Embeds[0].Description, StringComparison.Ordinal);

        var promptHidden = BattleMessage.Compose(view with { Battle = view.Battle with { IsPromptHidden = true } });
        Assert.DoesNotContain("97?", promptHidden.Content + string.Concat(promptHidden.Files.Select(Text)), StringComparison.Ordinal);
        Assert.DoesNotContain("91 a", promptHidden.Content + string.Concat(promptHidden.Files.Select(Text)), StringComparison.Ordinal);

        var generating = View(BattleState.Generating);
        Assert.DoesNotContain(
            "prime.", BattleMessage.Compose(generating with { Battle = generating.Battle with { Hidden = Sides.A } }).Embeds[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VoidReason.Cancelled, "The further question was cancelled; the vote is on the conversation before it.")]
    [InlineData(VoidReason.ModelSilent, "One of the two models went silent in the middle of its answer. The further question is taken back; the vote is on the conversation before it.")]
    public void A_question_that_came_to_nothing_is_said_above_the_vote(VoidReason reason, string sentence)
    {
        var view = SampleBattles.View(BattleState.Voting);
        var message = BattleMessage.Compose(view with { Battle = view.Battle with { TurnDropped = reason } });

        Assert.StartsWith($"*{sentence}*\nWhich is better?", message.Embeds[2].Description, StringComparison.Ordinal);
    }

    private static BattleView View(BattleState state)
    {
        var view = SampleBattles.View(state, "97 is prime.", "No.");
        return view with { Battle = view.Battle with { Turn = 2, FollowUps = 2, Question = "And 97?" }, Earlier = [Before] };
    }

    private static string Text(OutgoingFile file) => Encoding.UTF8.GetString(file.Content.ToArray());
}
