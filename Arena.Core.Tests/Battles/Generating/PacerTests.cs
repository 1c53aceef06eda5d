using Arena.Core.Battles;
using Arena.Core.Battles.Generating;

namespace Arena.Core.Tests.Battles.Generating;

public sealed class PacerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void One_after_the_other_nothing_appears_until_both_speak_and_then_at_the_reading_pace()
    {
        var pacer = new Pacer(RevealOfText.Paced, sidesAtOnce: false, tokensPerSecond: 10);
        pacer.Advance(Second, new(1_000, false), new(0, false));
        Assert.Equal((0, 0), pacer.Visible);
        pacer.Advance(Second, new(1_000, true), new(500, false));
        Assert.Equal((40, 40), pacer.Visible);
        pacer.Advance(Second, new(1_000, true), new(60, false));
        Assert.Equal((60, 60), pacer.Visible);                  // no further than the slower one
        Assert.False(pacer.IsDone);
    }

    [Fact]
    public void At_once_both_keep_step_with_the_slower_one()
    {
        var pacer = new Pacer(RevealOfText.Paced, sidesAtOnce: true, tokensPerSecond: 40);
        for (var second = 1; second <= 5; second++)
        {
            pacer.Advance(Second, new(1_000 * second, false), new(100 * second, false));
            Assert.Equal((100 * second, 100 * second), pacer.Visible);
        }
    }

    [Fact]
    public void What_the_faster_side_held_back_does_not_burst_out_when_the_slower_one_ends()
    {
        var pacer = new Pacer(RevealOfText.Paced, sidesAtOnce: true, tokensPerSecond: 10);
        for (var second = 1; second <= 3; second++)
            pacer.Advance(Second, new(2_000, true), new(50 * second, false));
        pacer.Advance(Second, new(2_000, true), new(150, true));

        Assert.InRange(pacer.Visible.A, 151, 250);
        Assert.False(pacer.IsDone);
        for (var i = 0; i < 100 && !pacer.IsDone; i++)
            pacer.Advance(Second, new(2_000, true), new(150, true));
        Assert.True(pacer.IsDone);
        Assert.Equal((2_000, 150), pacer.Visible);
    }

    [Fact]
    public void A_short_whole_answer_holds_nobody_up()
    {
        var pacer = new Pacer(RevealOfText.Paced, sidesAtOnce: true, tokensPerSecond: 100);
        pacer.Advance(Second, new(10, true), new(300, false));

        Assert.Equal((10, 300), pacer.Visible);
    }

    [Fact]
    public void Text_never_goes_back_when_a_side_starts_again()
    {
        var pacer = new Pacer(RevealOfText.Paced, sidesAtOnce: true, tokensPerSecond: 100);
        pacer.Advance(Second, new(200, false), new(200, false));
        pacer.Advance(Second, new(0, false), new(300, false));
        Assert.Equal((0, 200), pacer.Visible);
        pacer.Advance(Second, new(150, false), new(300, false));
        Assert.Equal((150, 200), pacer.Visible);
    }

    [Fact]
    public void Nobody_waits_for_text_that_no_message_can_show()
    {
        var pacer = new Pacer(RevealOfText.Paced, sidesAtOnce: false, tokensPerSecond: 250);
        pacer.Advance(Second, new(30_000, true), new(30_000, false));
        pacer.Advance(Second, new(30_000, true), new(30_000, false));
        pacer.Advance(Second, new(30_000, true), new(30_000, false));
        Assert.Equal((3_000, 3_000), pacer.Visible);            // still writing: one pace for both
        pacer.Advance(Second, new(30_000, true), new(30_000, true));
        Assert.Equal((30_000, 30_000), pacer.Visible);
        Assert.True(pacer.IsDone);

        var lopsided = new Pacer(RevealOfText.Paced, sidesAtOnce: false, tokensPerSecond: 250);
        for (var second = 1; second <= 4; second++)
            lopsided.Advance(Second, new(30_000, true), new(100, true));
        Assert.Equal((4_000, 100), lopsided.Visible);
        lopsided.Advance(Second, new(30_000, true), new(100, true));
        Assert.True(lopsided.IsDone);
    }

    [Fact]
    public void Live_shows_each_side_as_it_comes()
    {
        var pacer = new Pacer(RevealOfText.Live, sidesAtOnce: false, tokensPerSecond: 1);
        pacer.Advance(TimeSpan.Zero, new(70, false), new(0, false));
        Assert.Equal((70, 0), pacer.Visible);
    }

    [Fact]
    public void Complete_shows_nothing_until_all_of_it()
    {
        var pacer = new Pacer(RevealOfText.Complete, sidesAtOnce: false, tokensPerSecond: 1);
        pacer.Advance(TimeSpan.Zero, new(70, true), new(5, false));
        Assert.Equal((0, 0), pacer.Visible);
        pacer.Advance(TimeSpan.Zero, new(70, true), new(6, true));
        Assert.Equal((70, 6), pacer.Visible);
        Assert.True(pacer.IsDone);
    }

    [Fact]
    public void A_view_never_ends_in_half_a_character()
    {
        var live = new LiveAnswer();
        live.Hear("ab🙂cd");
        Assert.Equal("ab", live.View(3).Text);
        Assert.Equal("ab🙂", live.View(4).Text);
        Assert.False(live.View(100).IsComplete);
        live.Complete("ab🙂cd");
        Assert.True(live.View(100).IsComplete);
        Assert.False(live.View(4).IsComplete);
    }
}
