using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Tests.Commands.Battles;

/// <summary>Ask further, and its form.</summary>
public sealed class FollowUpFormTests
{
    private static readonly object Question = new { question = "And why?" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_starter_asks_further_in_a_form_and_the_message_goes_on()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal("", await arena.PressAsync("further:1"));
        var form = Assert.Single(arena.Discord.Forms);
        Assert.Equal(("further:1:1", 2_000, true), (form.CustomId, form.Fields[0].MaxLength, form.Fields[0].Paragraph));

        Assert.Equal("", await arena.SubmitAsync(form.CustomId, Question));
        var again = await arena.UntilAsync(1, battle => battle is { Turn: 2, State: BattleState.Voting });
        Assert.Equal(("And why?", CommandDriver.Alice), (again.Question, again.Starter));
        await Eventually.TrueAsync(() => Task.FromResult(arena.Discord.Edits.Any(edit =>
            edit.Content!.EndsWith("> Is 91 prime?\n**2.**\n> And why?", StringComparison.Ordinal)
            && edit.Files is [{ Name: "answer-a.md" }, { Name: "answer-b.md" }] && edit.Embeds is [_, _, _])));
    }

    [Fact]
    public async Task Moderators_may_and_other_members_may_not()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{FollowUpSentences.NotYours}", await arena.PressAsync("further:1", Bob(Permissions.None)));
        Assert.StartsWith($"(ephemeral)\n{FollowUpSentences.NotYours}", await arena.SubmitAsync("further:1:1", Question, Bob(Permissions.None)), StringComparison.Ordinal);
        Assert.Empty(arena.Discord.Forms);

        Assert.Equal("", await arena.PressAsync("further:1", Bob(Permissions.ManageServer)));
        Assert.Equal("", await arena.SubmitAsync("further:1:1", Question, Bob(Permissions.ManageServer)));
        await arena.UntilAsync(1, battle => battle is { Turn: 2, State: BattleState.Voting });
    }

    [Fact]
    public async Task Once_somebody_has_voted_the_conversation_stays_as_it_is()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);

        Assert.StartsWith($"(ephemeral)\n{FollowUpSentences.VotedAlready}", await arena.SubmitAsync("further:1:1", Question), StringComparison.Ordinal);
        await arena.PressAsync("reveal:1");
        Assert.Equal($"(ephemeral)\n{ErrorText.NotVoting(BattleState.Settled)}", await arena.PressAsync("further:1"));
        Assert.StartsWith($"(ephemeral)\n{ErrorText.NotVoting(BattleState.Settled)}", await arena.SubmitAsync("further:1:1", Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_question_waits_for_the_answers_to_the_first()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        var gate = new TaskCompletionSource();
        arena.Models.Gate = gate.Task;
        Assert.Equal("", await arena.SubmitAsync("further:1:1", Question));

        Assert.Equal($"(ephemeral)\n{FollowUpSentences.AnotherTurn}", await arena.PressAsync("further:1"));
        Assert.StartsWith($"(ephemeral)\n{FollowUpSentences.AnotherTurn}", await arena.SubmitAsync("further:1:1", Question), StringComparison.Ordinal);
        gate.SetResult();
        await arena.UntilAsync(1, battle => battle is { Turn: 2, State: BattleState.Voting });
        Assert.StartsWith($"(ephemeral)\n{FollowUpSentences.GoneOn}", await arena.SubmitAsync("further:1:1", Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_a_further_turn_opens_the_vote_again_and_the_message_says_so()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        arena.Models.Gate = Task.Delay(Timeout.Infinite, Cancel);
        await arena.SubmitAsync("further:1:1", Question);

        Assert.Equal("", await arena.PressAsync("cancel:1"));
        await arena.UntilAsync(1, battle => battle is { Turn: 1, State: BattleState.Voting });
        await Eventually.TrueAsync(() => Task.FromResult(arena.Discord.Edits.Last() is { Embeds: [_, _, { Description: { } line }], Files: [] }
            && line.StartsWith($"*{FollowUpSentences.TakenBack(VoidReason.Cancelled)}*\nWhich is better?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_a_server_allows_no_further_turn_there_is_no_button_and_its_press_does_nothing()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(CommandDriver.Home, CommandDriver.Alice, of => of with { FollowUpTurns = 0 }, Cancel);
        await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{FollowUpSentences.NoFurtherTurn(0)}", await arena.PressAsync("further:1"));
        Assert.DoesNotContain(arena.Discord.Edits, edit => edit.Components?.Any(row => row.Components.Count > 1) == true);
    }

    [Fact]
    public async Task A_question_is_checked_like_a_prompt()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(
            CommandDriver.Home, CommandDriver.Alice, of => of with { MaxPromptCharacters = 20, BlockedPhrases = ["pineapple"] }, Cancel);
        await arena.VotingAsync();

        Assert.StartsWith($"(ephemeral)\n{FollowUpSentences.Empty}", await arena.SubmitAsync("further:1:1", new { question = "  " }), StringComparison.Ordinal);
        Assert.StartsWith($"(ephemeral)\n{FollowUpSentences.Empty}", await arena.SubmitAsync("further:1:1", new { other = "x" }), StringComparison.Ordinal);
        Assert.StartsWith($"(ephemeral)\n{ErrorText.PromptTooLong(20, 21)}", await arena.SubmitAsync("further:1:1", new { question = new string('a', 21) }), StringComparison.Ordinal);
        Assert.StartsWith($"(ephemeral)\n{ErrorText.BlockedPhrase}", await arena.SubmitAsync("further:1:1", new { question = "Pineapple?" }), StringComparison.Ordinal);
        await arena.Get<BanDesk>().BanAsync(CommandDriver.Home, CommandDriver.Alice, "x", null, CommandDriver.Bob, Cancel);
        Assert.Equal($"(ephemeral)\n{ErrorText.Banned}", await arena.PressAsync("further:1"));
        Assert.StartsWith($"(ephemeral)\n{ErrorText.Banned}", await arena.SubmitAsync("further:1:1", Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_question_is_given_back_and_can_be_edited_and_sent_again()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(
            CommandDriver.Home, CommandDriver.Alice, of => of with { BlockedPhrases = ["pineapple"], MaxPromptCharacters = 30 }, Cancel);
        const string question = "Why ```pineapple``` @everyone?\n  And <@4>, `really`?";

        var told = await arena.SubmitAsync("further:1:1", new { question });
        var refused = arena.Discord.Answers.Last();
        Assert.Contains("You wrote", told, StringComparison.Ordinal);
        Assert.EndsWith("[Edit it Primary further-edit:1]", told, StringComparison.Ordinal);

        // Longer than what is possible now, and given back all the same.
        Assert.Equal("", await arena.PressAsync("further-edit:1", on: refused));
        var form = arena.Discord.Forms.Last();
        Assert.Equal(("further:1:1", question, true), (form.CustomId, form.Fields[0].Value, form.Fields[0].MaxLength >= question.Length));
        Assert.Contains("You wrote", await arena.SubmitAsync(form.CustomId, new { question }, on: refused), StringComparison.Ordinal);

        Assert.Equal(FollowUpSentences.Asked, await arena.SubmitAsync(form.CustomId, new { question = "Why?" }, on: refused));
        Assert.Equal("Why?", (await arena.UntilAsync(1, battle => battle is { Turn: 2, State: BattleState.Voting })).Question);
    }

    [Theory]
    [InlineData("further:1")]
    [InlineData("further:1:x")]
    [InlineData("further:1:-1")]
    [InlineData("further:77:1")]
    [InlineData("further")]
    public async Task Forms_of_other_versions_and_of_nobody_ask_nothing(string customId)
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.BattleUnknown}", await arena.SubmitAsync(customId, Question));
    }

    [Fact]
    public async Task A_battle_of_another_server_is_out_of_reach()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.BattleUnknown}", await arena.PressAsync("further:1", origin => origin with { Server = new ServerId(9) }));
        Assert.Equal($"(ephemeral)\n{ErrorText.BattleUnknown}", await arena.SubmitAsync("further:1:1", Question, origin => origin with { Server = new ServerId(9) }));
        Assert.Equal($"(ephemeral)\n{ErrorText.BattleUnknown}", await arena.PressAsync("further:x"));
    }

    private static Func<Bot.Discord.Interactions.InteractionOrigin, Bot.Discord.Interactions.InteractionOrigin> Bob(Permissions permissions) =>
        origin => origin with { Member = CommandDriver.Member(CommandDriver.Bob, permissions) };
}
