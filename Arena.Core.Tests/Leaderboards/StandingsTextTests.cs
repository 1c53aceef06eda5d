using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Tests.Leaderboards;

public sealed class StandingsTextTests
{
    [Fact]
    public void A_board_reads_as_a_table()
    {
        Standing[] rows =
        [
            new(1, Boards.Model("owl:7b"), "owl:7b", 1812.6, null, new BattleRecord(12, 3, 1, 1042)),
            new(2, Boards.Model("ラマ", status: ModelStatus.Flagged), "ラマ", 998.4, null, new BattleRecord(3, 12, 1, 40)),
            new(null, Boards.Model("fox:1b", status: ModelStatus.Retired), "fox:1b", -3.2, null, new BattleRecord(1, 0, 0, 1)),
        ];
        var board = new Standings(RatingSystem.Elo, Scope.Everywhere, rows, 17, 541, Boards.Noon, true, 10);

        Assert.Equal(
            """
            #  model      Elo   W-L-T  ballots
            1  owl:7b    1813  12-3-1    1,042
            2  ラマ ⚑     998  3-12-1       40
            ?  fox:1b †    −3   1-0-0        1
            ? fewer than 10 battles
            ⚑ flagged
            † retired
            """.ReplaceLineEndings("\n"),
            StandingsText.Table(board.Page(1)));
    }

    [Fact]
    public void Every_page_of_any_board_fits_into_a_message_and_can_not_leave_its_block()
    {
        foreach (var system in Enum.GetValues<RatingSystem>())
        {
            foreach (var name in Boards.OddNames)
            {
                var board = Boards.Of(system, 32, 3, i => $"{name}{i}", ballots: int.MaxValue);
                for (var page = 1; page <= board.PageCount; page++)
                {
                    var block = StandingsText.Block(board.Page(page));
                    Assert.InRange(block.Length, 1, 2000);
                    Assert.DoesNotContain('`', block[4..^4]);
                    var lines = block.Split('\n')[2..^1].TakeWhile(l => !l.StartsWith("? fewer", StringComparison.Ordinal)
                        && !l.StartsWith('⚑') && !l.StartsWith('†')).ToList();
                    Assert.InRange(lines.Count, 1, 15);
                    Assert.Single(lines.Select(DisplayText.Columns).Distinct());
                }
            }
        }
    }

    [Fact]
    public void The_official_board_has_its_intervals()
    {
        Standing[] rows =
        [
            new(1, Boards.Model("owl:7b"), "owl:7b", 1083.4, new RatingInterval(1042.3, 1124.5), new BattleRecord(12, 3, 1, 1042)),
            new(1, Boards.Model("raven:8b"), "raven:8b", 998.4, new RatingInterval(960.1, 1050.2), new BattleRecord(3, 12, 1, 40)),
            new(null, Boards.Model("fox:1b"), "fox:1b", -3.2, new RatingInterval(-503.2, 496.8), new BattleRecord(1, 0, 0, 1)),
        ];
        var board = new Standings(RatingSystem.BradleyTerry, Scope.Everywhere, rows, 17, 541, Boards.Noon, false, 10);

        Assert.Equal(
            """
            #  model     rating     95 %   W-L-T  ballots
            1  owl:7b      1083      ±41  12-3-1    1,042
            1  raven:8b     998  +52 −38  3-12-1       40
            ?  fox:1b        −3     ±500   1-0-0        1
            ? fewer than 10 battles
            """.ReplaceLineEndings("\n"),
            StandingsText.Table(board.Page(1)));
    }

    [Fact]
    public void Fifteen_long_names_of_wide_characters_and_their_intervals_fit_into_a_message()
    {
        foreach (var name in Boards.OddNames)
        {
            var board = Boards.Of(RatingSystem.BradleyTerry, 15, 2, i => $"{name}{i}", intervals: true, ballots: int.MaxValue);

            var block = StandingsText.Block(board.Page(1));

            Assert.InRange(block.Length, 1, 2000);
            Assert.Equal(16, block.Split('\n')[1..].TakeWhile(line => !line.StartsWith("? fewer", StringComparison.Ordinal)).Count());
        }
    }

    [Fact]
    public void An_empty_board_is_a_sentence() =>
        Assert.Equal(
            "No battle has been counted here yet.",
            StandingsText.Block(new Standings(RatingSystem.Elo, Scope.Everywhere, [], 0, 0, null, true, 10).Page(1)));

    [Fact]
    public void A_page_that_is_no_longer_there_gives_the_nearest()
    {
        var board = Boards.Of(RatingSystem.Elo, 31);
        Assert.Equal(3, board.PageCount);
        Assert.Equal(3, board.Page(9).Number);
        Assert.Single(board.Page(9).Rows);
        Assert.Equal(1, board.Page(-4).Number);
        Assert.Equal(15, board.Page(1).Rows.Count);
    }
}
