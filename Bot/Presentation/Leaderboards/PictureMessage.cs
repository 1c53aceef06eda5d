using Arena.Core.Charts;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;

namespace Bot.Presentation.Leaderboards;

/// <summary>A picture with the same in words below it; the words alone where the machine can not draw.</summary>
internal static class PictureMessage
{
    private const string NoPicture = "*This machine can not draw pictures; its operator can see with doctor what is missing.*";

    /// <param name="title">Plain markdown.</param>
    /// <param name="text">What the picture shows, as text; at most 3,900 characters.</param>
    /// <param name="chart">Null where there is nothing to draw.</param>
    /// <param name="rendering">What came of drawing it.</param>
    public static OutgoingMessage Compose(string title, string text, string fileName, Chart? chart, ChartRendering? rendering)
    {
        if (chart is null || rendering is not ChartRendering.Picture picture)
        {
            var note = chart is null ? "" : $"\n{NoPicture}";
            return new OutgoingMessage { Embeds = [new Embed { Title = title, Description = $"{text}{note}", Color = BattleMessage.Blue }] };
        }

        // Not shown by the box as its image: as a file of its own it stands above the box, and its text alternative is read out.
        return new OutgoingMessage
        {
            Embeds = [new Embed { Title = title, Description = text, Color = BattleMessage.Blue }],
            Files = [new OutgoingFile(fileName, picture.Png, "image/png", chart.AltText)],
        };
    }
}
