using Arena.Core.Charts;
using Bot.Discord.Messages;

namespace Bot.Presentation.Leaderboards;

/// <summary>A chart: the picture, the same as text, and buttons where it has pages.</summary>
internal static class ChartMessage
{
    /// <param name="address">What was asked for.</param>
    /// <param name="view">What came of it.</param>
    /// <param name="rendering">What came of drawing it; null where there is nothing to draw.</param>
    public static OutgoingMessage Compose(ChartAddress address, ChartView view, ChartRendering? rendering) => view switch
    {
        ChartView.Drawn drawn => Compose(address, drawn, rendering),
        ChartView.Missing missing => OutgoingMessage.Whisper(missing.Sentence),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, "No such view."),
    };

    /// <summary>What is said where nothing has been counted.</summary>
    public static ChartView Nothing(ChartAddress address)
    {
        var where = address.Everywhere ? "anywhere" : "here";
        return new ChartView.Missing(address.Category is { } category
            ? $"No battle about {category} has been counted {where} yet. Start one with /battle and that category, or leave category out."
            : $"No battle has been counted {where} yet. Start one with /battle.");
    }

    private static OutgoingMessage Compose(ChartAddress address, ChartView.Drawn view, ChartRendering? rendering)
    {
        var file = $"{ChartKinds.Word(address.Kind)}.png";
        return PictureMessage.Compose(Title(address, view), view.Text, file, view.Chart, rendering) with
        {
            Components = PageButtons.Of(view.Page, view.Pages, to => (address with { Page = to }).ButtonId),
        };
    }

    private static string Title(ChartAddress address, ChartView.Drawn view)
    {
        var name = ChartKinds.Name(address.Kind);
        string[] parts =
        [
            char.ToUpperInvariant(name[0]) + name[1..],
            ChartKinds.HasSystem(address.Kind) ? SystemNames.Of(address.System) : "",
            address.Category ?? "",
            address.Everywhere ? "everywhere" : "this server",
            view.Pages == 1 ? "" : $"page {view.Page} of {view.Pages}",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }
}
