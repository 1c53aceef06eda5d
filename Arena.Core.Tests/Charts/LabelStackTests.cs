using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

public sealed class LabelStackTests
{
    [Fact]
    public void Labels_with_room_stay_where_they_want_to_be() =>
        Assert.Equal([300, 100, 200], LabelStack.Place([300, 100, 200], 30, 0, 400));

    [Fact]
    public void Labels_never_overlap_nor_leave_and_keep_their_order()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var wanted = Enumerable.Range(0, 8).Select(_ => (double)random.Next(0, 400)).ToList();
            var placed = LabelStack.Place(wanted, 34, 100, 400);
            var sorted = placed.Order().ToList();
            Assert.InRange(sorted[0], 117 - 1e-9, 400);
            Assert.InRange(sorted[^1], 100, 383 + 1e-9);
            Assert.All(sorted.Zip(sorted.Skip(1)), p => Assert.True(p.Second - p.First >= 34 - 1e-9));
            Assert.Equal(
                Enumerable.Range(0, 8).OrderBy(i => wanted[i]).ThenBy(i => i), Enumerable.Range(0, 8).OrderBy(i => placed[i]));
        }
    }
}
