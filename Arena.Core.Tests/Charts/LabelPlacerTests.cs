using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

public sealed class LabelPlacerTests
{
    private static readonly Box Area = new(0, 0, 900, 600);

    [Fact]
    public void A_label_with_room_stands_right_of_its_dot_without_a_leader()
    {
        var dot = Dot(100, 100);
        var label = Placer([dot]).Place(dot, 120, 28)!;

        Assert.Null(label.Leader);
        Assert.InRange(label.Box.Left, 108, 120);
        Assert.Equal(100, (label.Box.Top + label.Box.Bottom) / 2, 6);
    }

    [Fact]
    public void At_the_right_edge_a_label_stands_left_of_its_dot()
    {
        var dot = Dot(880, 300);
        Assert.True(Placer([dot]).Place(dot, 120, 28)!.Box.Right < 872);
    }

    [Fact]
    public void Labels_keep_off_each_other_dots_and_leaders_and_stay_inside()
    {
        var leaders = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            // Crowded: sixty dots in a corner of the field.
            var dots = Enumerable.Range(0, 60).Select(_ => Dot(300 + random.Next(250), 200 + random.Next(200))).ToList();
            var placer = Placer(dots);
            var placed = dots.Take(15).Select(dot => (Dot: dot, Label: placer.Place(dot, 120 + random.Next(150), 28))).ToList();

            Assert.All(placed, p => Assert.NotNull(p.Label));
            for (var i = 0; i < placed.Count; i++)
            {
                var label = placed[i].Label!;
                Assert.True(Area.Holds(label.Box));
                Assert.DoesNotContain(dots, label.Box.Overlaps);
                Assert.DoesNotContain(placed.Take(i), p => label.Box.Overlaps(p.Label!.Box));
                foreach (var other in placed.Where(p => p.Label != label && p.Label!.Leader is not null))
                    Assert.False(label.Box.IsCrossedBy(other.Label!.Leader!.Value));
                leaders += label.Leader is null ? 0 : 1;
            }
        }

        Assert.True(leaders > 100, "The dots were not crowded.");
    }

    [Fact]
    public void A_label_keeps_off_a_line_where_it_can()
    {
        var dot = Dot(400, 300);
        var placer = Placer([dot]);
        placer.AddLine(new Stroke(450, 0, 450, 600), 24);

        Assert.False(placer.Place(dot, 120, 28)!.Box.IsCrossedBy(new Stroke(450, 0, 450, 600)));
    }

    [Fact]
    public void A_leader_goes_round_other_dots()
    {
        // Walled in at its right and left, with a way up.
        var dot = Dot(400, 300);
        List<Box> wall = [.. Enumerable.Range(0, 12).SelectMany(i => new[] { Dot(376, 340 - 20 * i), Dot(424, 340 - 20 * i) })];
        var leader = Placer([dot, .. wall]).Place(dot, 120, 28)!.Leader!.Value;

        Assert.DoesNotContain(wall, d => d.IsCrossedBy(leader));
    }

    [Fact]
    public void Without_any_room_there_is_no_label()
    {
        var dot = Dot(400, 300);
        Assert.Null(Placer([dot]).Place(dot, 1000, 28));
    }

    [Theory]
    [InlineData(-10, 50, 110, 50, true), InlineData(50, -10, 50, 110, true), InlineData(-10, 50, -5, 50, false)]
    [InlineData(-10, 120, 120, 120, false), InlineData(-50, 50, 50, -60, false), InlineData(20, 20, 30, 40, true), InlineData(0, -10, 0, 110, false)]
    public void A_line_crosses_a_box_or_does_not(double x1, double y1, double x2, double y2, bool crosses) =>
        Assert.Equal(crosses, new Box(0, 0, 100, 100).IsCrossedBy(new Stroke(x1, y1, x2, y2)));

    private static Box Dot(double x, double y) => new(x - 8, y - 8, x + 8, y + 8);

    private static LabelPlacer Placer(IEnumerable<Box> dots)
    {
        var placer = new LabelPlacer(Area);
        foreach (var dot in dots)
            placer.AddDot(dot);
        return placer;
    }
}
