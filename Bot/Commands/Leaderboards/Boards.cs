using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Commands.Leaderboards;

/// <summary>Reads boards and has them drawn.</summary>
internal sealed class Boards(LeaderboardReader reader, ServerNames names, IChartRenderer renderer, PictureThemes themes)
{
    public async Task<OutgoingMessage> ComposeAsync(BoardAddress address, ServerId here, CancellationToken cancellationToken)
    {
        var scope = address.ScopeAt(here);
        return await reader.ReadAsync(address.System, scope, address.StyleControlled, cancellationToken) switch
        {
            StandingsResult.Found found => await ComposeAsync(found.Standings, address, themes.Of(here), cancellationToken),
            StandingsResult.NotConnected parts => OutgoingMessage.Whisper(ErrorText.NotConnected(parts.Outside)),
            var other => throw new InvalidOperationException($"Nothing is said about {other.GetType().Name}."),
        };
    }

    private async Task<OutgoingMessage> ComposeAsync(
        Standings standings, BoardAddress address, ChartTheme theme, CancellationToken cancellationToken)
    {
        var page = standings.Page(address.Page);
        // A board without rows is one sentence; there is nothing to draw.
        var chart = page.Rows.Count == 0 ? null : LeaderboardChart.Compose(page, theme, names.Of(standings.Scope.Server));
        var rendering = chart is null ? null : await renderer.RenderAsync(chart, cancellationToken);
        return LeaderboardMessage.Compose(page, address with { Page = page.Number }, chart, rendering);
    }
}
