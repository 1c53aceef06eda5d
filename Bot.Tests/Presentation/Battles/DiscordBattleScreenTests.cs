using System.Net;
using Arena.Core.Battles;
using Arena.Core.Battles.Showing;
using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Presentation.Battles;

public sealed class DiscordBattleScreenTests : IDisposable
{
    private static readonly ChannelId Channel = new(2);
    private static readonly MessageId Message = new(3);

    private readonly RecordingDiscord _discord = new();
    private readonly ManualTime _time = new(SampleBattles.Start);
    private readonly DiscordBattleScreen _screen;

    public DiscordBattleScreenTests() => _screen = new DiscordBattleScreen(_discord, _time, NullLogger<DiscordBattleScreen>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _screen.Dispose();

    [Fact]
    public async Task The_message_is_posted_under_a_name_that_makes_asking_twice_harmless()
    {
        var view = SampleBattles.View(BattleState.Queued);

        Assert.Equal(Message, await _screen.PostAsync(view, Cancel));
        await _screen.PostAsync(view, Cancel);

        var nonces = _discord.Posted.Select(message => message.Nonce).ToList();
        Assert.Equal(nonces[0], nonces[1]);
        Assert.StartsWith("12-", nonces[0], StringComparison.Ordinal);
        Assert.InRange(nonces[0]!.Length, 1, 25);
    }

    [Fact]
    public async Task Newer_text_is_shown_about_once_a_second_and_the_newest_wins()
    {
        _screen.Update(Text("one"));
        await _discord.SawAsync("edit");
        _screen.Update(Text("one two"));
        _screen.Update(Text("one two three"));
        await _time.SomebodyWaitsAsync();
        Assert.Single(_discord.Edits);

        _time.Advance(MessageLane.Pace);
        await _discord.SawAsync("edit");

        Assert.Equal(["one", "one two three"], _discord.Edits.Select(edit => edit.Embeds![0].Description));
        Assert.All(_discord.Edits, edit => Assert.Null(edit.Files));
    }

    [Fact]
    public async Task A_view_with_nothing_new_to_see_costs_no_edit()
    {
        _screen.Update(Text("one"));
        await _discord.SawAsync("edit");
        await _time.SomebodyWaitsAsync();
        _screen.Update(Text("one") with { ExpectedWait = TimeSpan.FromSeconds(3) });
        _time.Advance(MessageLane.Pace);

        await _screen.ShowAsync(Text("one"), Cancel);

        Assert.Equal(2, _discord.Edits.Count);
    }

    [Fact]
    public async Task Only_one_edit_of_a_message_is_under_way()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _discord.Before = _ =>
        {
            begun.TrySetResult();
            return release.Task;
        };
        _screen.Update(Text("one"));
        await begun.Task;
        _screen.Update(Text("two"));
        var shown = _screen.ShowAsync(SampleBattles.View(BattleState.Voting), Cancel);

        Assert.False(shown.IsCompleted);
        release.SetResult();
        await shown;

        Assert.Equal(2, _discord.Edits.Count);
        Assert.Equal("A", _discord.Edits.Last().Embeds![0].Title);
        Assert.Equal(3, _discord.Edits.Last().Embeds!.Count);
    }

    [Fact]
    public async Task Text_that_comes_after_its_state_is_forgotten()
    {
        await _screen.ShowAsync(SampleBattles.View(BattleState.Voting), Cancel);

        _screen.Update(Text("late"));
        _time.Advance(MessageLane.Pace);
        await _screen.ShowAsync(SampleBattles.Settled(), Cancel);
        _screen.Update(Text("later"));

        Assert.Equal(2, _discord.Edits.Count);
    }

    [Fact]
    public async Task A_state_replaces_all_files_and_buttons_of_the_message()
    {
        await _screen.ShowAsync(SampleBattles.View(BattleState.Void), Cancel);

        var edit = Assert.Single(_discord.Edits);
        Assert.Empty(edit.Files!);
        Assert.Empty(edit.Embeds!);
        Assert.Single(edit.Components!);
    }

    [Fact]
    public async Task Text_that_can_not_be_shown_harms_nothing()
    {
        _discord.Before = line => line.StartsWith("edit", StringComparison.Ordinal)
            ? throw new DiscordException(DiscordFailure.ServerError, "503") : Task.CompletedTask;
        _screen.Update(Text("one"));
        await _time.SomebodyWaitsAsync();
        _discord.Before = _ => Task.CompletedTask;

        await _screen.ShowAsync(SampleBattles.View(BattleState.Voting), Cancel);

        Assert.Single(_discord.Edits);
    }

    [Theory]
    [InlineData(DiscordFailure.UnknownMessage, 10008, false)]
    [InlineData(DiscordFailure.UnknownChannel, 10003, true)]
    [InlineData(DiscordFailure.MissingPermissions, 50001, true)]
    public async Task A_message_that_is_gone_is_told_from_other_failures(DiscordFailure failure, int code, bool channelIsGone)
    {
        _discord.Before = _ => throw new DiscordException(failure, "gone", HttpStatusCode.NotFound, code);

        var gone = await Assert.ThrowsAsync<BattleMessageGoneException>(() => _screen.ShowAsync(SampleBattles.View(BattleState.Voting), Cancel));
        await Assert.ThrowsAsync<BattleMessageGoneException>(() => _screen.OfferChoicesAsync(SampleBattles.View(BattleState.Voting), Cancel));
        await Assert.ThrowsAsync<BattleMessageGoneException>(() => _screen.ReadChoicesAsync(Channel, Message, Cancel));

        Assert.Equal(channelIsGone, gone.ChannelIsGone);
    }

    [Fact]
    public async Task Another_failure_comes_through_as_it_is()
    {
        _discord.Before = _ => throw new DiscordException(DiscordFailure.ServerError, "503");

        await Assert.ThrowsAsync<DiscordException>(() => _screen.ShowAsync(SampleBattles.View(BattleState.Voting), Cancel));
        await Assert.ThrowsAsync<DiscordException>(() => _screen.PostAsync(SampleBattles.View(BattleState.Queued), Cancel));
    }

    [Fact]
    public async Task Only_missing_choices_are_offered_in_their_order()
    {
        _discord.StandingReactions.Add(new ReactionCount("🇧", 3, Mine: true));
        _discord.StandingReactions.Add(new ReactionCount("🤝", 1, Mine: false));
        _discord.StandingReactions.Add(new ReactionCount("🎉", 1, Mine: true));

        await _screen.OfferChoicesAsync(SampleBattles.View(BattleState.Voting), Cancel);

        Assert.Equal(["get 3", "react 🇦", "react 🤝", "react 👎"], _discord.Journal);
    }

    [Fact]
    public async Task Choices_that_stand_are_read_without_bots()
    {
        var alice = new User(new MemberId(7), "alice", "alice", false);
        _discord.Reactors["🇦"] = [alice, RecordingDiscord.Bot];
        _discord.Reactors["👎"] = [alice, new User(new MemberId(8), "bob", "bob", false)];

        var choices = await _screen.ReadChoicesAsync(Channel, Message, Cancel);

        Assert.Equal([Choice.A, Choice.BothBad], choices[new MemberId(7)].Order());
        Assert.Equal([Choice.BothBad], choices[new MemberId(8)]);
        Assert.Equal(2, choices.Count);
    }

    [Fact]
    public async Task A_choice_that_somebody_took_off_is_offered_again_while_the_vote_is_open()
    {
        await _screen.OfferAgainAsync(Channel, Message, Cancel);
        Assert.Empty(_discord.Journal);

        await _screen.ShowAsync(SampleBattles.View(BattleState.Voting), Cancel);
        await _screen.OfferAgainAsync(Channel, Message, Cancel);
        Assert.Equal(4, _discord.Journal.Count(line => line.StartsWith("react", StringComparison.Ordinal)));

        await _screen.ShowAsync(SampleBattles.Settled(), Cancel);
        await _screen.OfferAgainAsync(Channel, Message, Cancel);
        Assert.Equal(4, _discord.Journal.Count(line => line.StartsWith("react", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_waits_for_a_post_hears_when_it_stands()
    {
        var waiting = _screen.WaitUntilPostedAsync(new BattleId(12), NotYet, TimeSpan.FromSeconds(8), Cancel);

        await _screen.PostAsync(SampleBattles.View(BattleState.Queued), Cancel);

        Assert.True(await waiting);
    }

    [Fact]
    public async Task Who_waits_for_what_is_posted_and_not_stored_yet_does_not_wait()
    {
        await _screen.PostAsync(SampleBattles.View(BattleState.Queued), Cancel);

        Assert.True(await _screen.WaitUntilPostedAsync(new BattleId(12), NotYet, TimeSpan.FromSeconds(8), Cancel).Within());
    }

    [Fact]
    public async Task Who_waits_for_a_battle_that_is_over_already_does_not_wait()
    {
        await _screen.PostAsync(SampleBattles.View(BattleState.Queued), Cancel);
        await _screen.ShowAsync(SampleBattles.Settled(), Cancel);

        Assert.True(await _screen.WaitUntilPostedAsync(new BattleId(12), () => Task.FromResult(true), TimeSpan.FromSeconds(8), Cancel).Within());
    }

    [Fact]
    public async Task Who_waits_for_a_post_that_fails_hears_why()
    {
        var waiting = _screen.WaitUntilPostedAsync(new BattleId(12), NotYet, TimeSpan.FromSeconds(8), Cancel);
        _discord.Before = _ => throw new DiscordException(DiscordFailure.MissingPermissions, "no", HttpStatusCode.Forbidden, 50013);
        await Assert.ThrowsAsync<DiscordException>(() => _screen.PostAsync(SampleBattles.View(BattleState.Queued), Cancel));

        await Assert.ThrowsAsync<DiscordException>(() => waiting);
    }

    [Fact]
    public async Task Who_waits_too_long_for_a_post_waits_no_longer()
    {
        var waiting = _screen.WaitUntilPostedAsync(new BattleId(12), NotYet, TimeSpan.FromSeconds(8), Cancel);
        await _time.SomebodyWaitsAsync();

        _time.Advance(TimeSpan.FromSeconds(8));

        Assert.False(await waiting);
    }

    private static Task<bool> NotYet() => Task.FromResult(false);

    private static BattleView Text(string a) => SampleBattles.View(BattleState.Generating) with { A = new AnswerView(a, false, null, null) };
}
