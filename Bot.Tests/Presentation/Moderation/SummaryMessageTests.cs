using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Bot.Discord.Messages;
using Bot.Presentation.Moderation;

namespace Bot.Tests.Presentation.Moderation;

public sealed class SummaryMessageTests
{
    private static readonly OutgoingMessage Board = new() { Embeds = [new Embed { Title = "Board" }], Files = [new OutgoingFile("leaderboard.png", new byte[] { 1 }, "image/png")] };

    [Fact]
    public void A_day_is_told_in_four_lines_above_the_board()
    {
        var message = SummaryMessage.Compose(new ServerId(1), Day() with
        {
            Movers = [new Mover("fox:3b", 1000, 1047), new Mover("owl:7b", 1000, 953), new Mover("elephant:14b", 2400, 2400.2)],
            Closest = new CloseBattle(4, new ChannelId(2), new MessageId(3), "fox:3b", "owl:7b", new Tally(3, 3, 1, 1)),
            MostActive = [new ActiveVoter(new MemberId(5), 12), new ActiveVoter(new MemberId(6), 1)],
        }, Board);

        Assert.Equal(
            [
                "**Yesterday**, 21 November: 7 battles with 40 votes of 9 members.",
                "**Movers** fox:3b 1000 → 1047 (+47) · owl:7b 1000 → 953 (−47), in Elo.",
                "**Closest** fox:3b and owl:7b, 3 : 3 with 2 for neither: https://discord.com/channels/1/2/3.",
                "**Most active** <@5> 12 votes · <@6> 1 vote.",
            ],
            message.Content!.Split('\n'));
        Assert.Equal((Board.Embeds, Board.Files), (message.Embeds, message.Files));
    }

    [Fact]
    public void What_there_is_none_of_is_not_told() =>
        Assert.Equal("**Yesterday**, 21 November: 7 battles with 40 votes of 9 members.", SummaryMessage.Compose(new ServerId(1), Day(), Board).Content);

    private static DailySummary Day() => new(new DateOnly(2026, 11, 21), 7, 40, 9, [], null, []);
}
