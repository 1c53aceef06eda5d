using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Bot.Discord.Messages;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>Reads boards and has them drawn.</summary>
internal sealed class Boards(LeaderboardReader reader, ServerNames names, IChartRenderer renderer, ChartTheme theme)
{
    public async Task<OutgoingMessage> ComposeAsync(BoardAddress address, ServerId here, CancellationToken cancellationToken)
    {
        var scope = address.ScopeAt(here);
        if (await reader.ReadAsync(address.System, scope, address.StyleControlled, cancellationToken) is not StandingsResult.Found { Standings: var standings })
            return OutgoingMessage.Whisper(ErrorText.NotRatedYet);
        var page = standings.Page(address.Page);
        // A board without rows is one sentence; there is nothing to draw.
        var chart = page.Rows.Count == 0 ? null : LeaderboardChart.Compose(page, theme, names.Of(scope.Server));
        var rendering = chart is null ? null : await renderer.RenderAsync(chart, cancellationToken);
        return LeaderboardMessage.Compose(page, address with { Page = page.Number }, chart, rendering);
    }
}
