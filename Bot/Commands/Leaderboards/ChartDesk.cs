using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Commands.Leaderboards;

/// <summary>Reads what charts show and has them drawn.</summary>
internal sealed class ChartDesk(LeaderboardReader boards, ChartReader charts, ServerNames names, IChartRenderer renderer, PictureThemes themes)
{
    public async Task<OutgoingMessage> ComposeAsync(ChartAddress address, ServerId here, CancellationToken cancellationToken)
    {
        var scope = address.ScopeAt(here);
        var view = await ViewAsync(address, scope, new Look(themes.Of(here), names.Of(scope.Server)), cancellationToken);
        var rendering = view is ChartView.Drawn drawn ? await renderer.RenderAsync(drawn.Chart, cancellationToken) : null;
        return ChartMessage.Compose(address, view, rendering);
    }

    private Task<ChartView> ViewAsync(ChartAddress address, Scope scope, Look look, CancellationToken cancellationToken) => address.Kind switch
    {
        ChartKind.Records => OfBoardAsync(address, scope, board => Task.FromResult(Records(board.Page(address.Page), look)), cancellationToken),
        ChartKind.ActualWinRates => MatrixAsync(PairMatrixKind.ActualWinRate, address, scope, look, cancellationToken),
        ChartKind.PredictedWinRates => MatrixAsync(PairMatrixKind.PredictedWinRate, address, scope, look, cancellationToken),
        ChartKind.BattleCounts => MatrixAsync(PairMatrixKind.Battles, address, scope, look, cancellationToken),
        ChartKind.Languages => CountsAsync(BallotProperty.Language, address, scope, look, cancellationToken),
        ChartKind.Categories => CountsAsync(BallotProperty.Category, address, scope, look, cancellationToken),
        ChartKind.History => OfBoardAsync(address, scope, board => HistoryAsync(board, look, cancellationToken), cancellationToken),
        ChartKind.Sizes => OfBoardAsync(address, scope, board => Task.FromResult(Sizes(board, look)), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(address), address, "No such chart."),
    };

    private async Task<ChartView> OfBoardAsync(
        ChartAddress address, Scope scope, Func<Standings, Task<ChartView>> draw, CancellationToken cancellationToken) =>
        await boards.ReadAsync(address.System, scope, styleControlled: false, cancellationToken) switch
        {
            StandingsResult.Found { Standings.Rows.Count: 0 } => ChartMessage.Nothing(address),
            StandingsResult.Found found => await draw(found.Standings),
            StandingsResult.NotConnected parts => new ChartView.Missing(ErrorText.NotConnected(parts.Outside)),
            var other => throw new InvalidOperationException($"No chart of {other.GetType().Name}."),
        };

    private ChartView Records(StandingsPage page, Look look) =>
        new ChartView.Drawn(RecordsChart.Compose(page, look.Theme, look.Server), ChartTables.Records(page), page.Number, page.Count);

    private ChartView Sizes(Standings board, Look look) =>
        new ChartView.Drawn(SizeChart.Compose(board, look.Theme, look.Server), ChartTables.Sizes(board));

    private async Task<ChartView> HistoryAsync(Standings board, Look look, CancellationToken cancellationToken)
    {
        var histories = await boards.TopHistoriesAsync(board.System, board.Scope, HistoryChart.MostSeries, cancellationToken);
        return new ChartView.Drawn(HistoryChart.Compose(histories, HistoryAxis.Time, look.Theme, look.Server), ChartTables.Histories(histories));
    }

    private async Task<ChartView> MatrixAsync(
        PairMatrixKind kind, ChartAddress address, Scope scope, Look look, CancellationToken cancellationToken)
    {
        try
        {
            var matrix = await charts.PairMatrixAsync(kind, scope, cancellationToken);
            return matrix.Models.Count == 0
                ? ChartMessage.Nothing(address)
                : new ChartView.Drawn(MatrixChart.Compose(matrix, look.Theme, look.Server), MatrixText.Of(matrix));
        }
        catch (NotConnectedException e)
        {
            return new ChartView.Missing(ErrorText.NotConnected(e.Outside));
        }
    }

    private async Task<ChartView> CountsAsync(
        BallotProperty by, ChartAddress address, Scope scope, Look look, CancellationToken cancellationToken)
    {
        var counts = await charts.BallotCountsAsync(by, scope, cancellationToken);
        return counts.Rows.Count == 0
            ? ChartMessage.Nothing(address)
            : new ChartView.Drawn(CountsChart.Compose(counts, look.Theme, look.Server), ChartTables.Counts(counts));
    }

    /// <param name="Server">Its name, for the title; null for all servers.</param>
    private sealed record Look(ChartTheme Theme, string? Server);
}
