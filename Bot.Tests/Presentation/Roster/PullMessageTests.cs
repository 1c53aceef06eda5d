using Arena.Core.Roster;
using Bot.Presentation;
using Bot.Presentation.Roster;

namespace Bot.Tests.Presentation.Roster;

public sealed class PullMessageTests
{
    private static readonly Pull Otter = new(
        new PullId(3), "otter:4b", true, new ServerId(1), new ChannelId(2), new MessageId(3), new MemberId(4), DateTimeOffset.UnixEpoch, null, PullState.Running)
    {
        CompletedBytes = 4_100_000_000,
        TotalBytes = 4_700_000_000,
    };

    [Fact]
    public void A_running_pull_shows_bar_bytes_percent_speed_and_time_left_and_can_be_cancelled() => Assert.Equal(
        """
        **otter:4b** · being pulled for <@4>
        `█████████████████░░░` 87 %
        4.1 GB of 4.7 GB · 85 MB/s · a few seconds left
        [Cancel Secondary pull-cancel:3]
        """,
        Text(new PullView(Otter, PullStage.Downloading, 4.1 / 4.7, 85_000_000, TimeSpan.FromSeconds(7))));

    [Theory]
    [InlineData(PullStage.Starting, "*It begins in a moment.*")]
    [InlineData(PullStage.Waiting, "*Waits its turn: other pulls run.*")]
    [InlineData(PullStage.Asking, "*The node asks the registry for it.*")]
    [InlineData(PullStage.Checking, "*All 4.7 GB are there; the node checks them.*")]
    [InlineData(PullStage.Reconnecting, "*The node does not answer. It is asked again soon, and goes on where it stopped.*")]
    public void Each_stage_says_what_happens(PullStage stage, string sentence) => Assert.Contains(sentence, Text(PullView.Of(Otter, stage)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "`░░░░░░░░░░░░░░░░░░░░` 0 %")]
    [InlineData(0.5, "`██████████░░░░░░░░░░` 50 %")]
    [InlineData(0.9999, "`███████████████████░` 99 %")]
    [InlineData(1, "`████████████████████` 100 %")]
    [InlineData(7, "`████████████████████` 100 %")]
    public void The_bar_is_full_only_when_all_is_there(double share, string bar) => Assert.Equal(bar, PullBar.Of(share));

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(999_999, "1 MB")]
    [InlineData(85_300_000, "85 MB")]
    [InlineData(4_683_000_000, "4.7 GB")]
    [InlineData(251_100_000_000, "251 GB")]
    public void Bytes_are_told_as_disks_count_them(double bytes, string told) => Assert.Equal(told, Numbers.Bytes(bytes));

    [Fact]
    public void The_end_is_one_sentence_and_says_what_can_be_done()
    {
        var model = new Model("otter:4b", "otter:4b", "demo", 4, "Q4_K_M", ModelKind.Unknown, [], ModelStatus.Active);
        var done = Ended(PullState.Done);
        Assert.Equal("**otter:4b** is here. It plays from the next battle on.", Text(done with { Added = new AddResult.Added(model) }));
        Assert.Equal("**otter:4b** is here. It is not on the roster.\n[Put it on the roster Primary pull-add:3]", Text(done));
        Assert.Equal(
            "**otter:4b** is here, but does not go on the roster. `otter:4b` can not answer prompts: it makes embeddings.",
            Text(done with { Added = new AddResult.CannotChat("otter:4b", "`otter:4b` can not answer prompts: it makes embeddings.") }));
        Assert.Equal(
            "Pulling **otter:4b** was cancelled by <@9>. What was downloaded stays on the node.\n[Try again Secondary pull-again:3]",
            Text(PullView.Of(Otter with { State = PullState.Cancelled, EndedBy = new MemberId(9) }, PullStage.Checking)));
    }

    [Fact]
    public void Every_failure_has_its_sentence_and_can_be_tried_again()
    {
        foreach (var failure in Enum.GetValues<PullFailure>())
        {
            var text = Text(Ended(PullState.Failed, failure));
            Assert.StartsWith("**otter:4b** could not be pulled. ", text, StringComparison.Ordinal);
            Assert.EndsWith(".\n[Try again Secondary pull-again:3]", text, StringComparison.Ordinal);
        }

        Assert.Contains("The node's disk is full: the model has 4.7 GB.", Text(Ended(PullState.Failed, PullFailure.DiskFull)), StringComparison.Ordinal);
        Assert.Contains("Did you mean `fox:3b`?", Text(Ended(PullState.Failed, PullFailure.UnknownModel) with { DidYouMean = "fox:3b" }), StringComparison.Ordinal);
    }

    private static PullView Ended(PullState state, PullFailure? failure = null) =>
        PullView.Of(Otter with { State = state, Failure = failure }, PullStage.Checking);

    private static string Text(PullView view) => MessageText.Of(PullMessage.Compose(view));
}
