using Arena.Core.Charts;
using Arena.Core.Servers;

namespace Bot.Commands.Leaderboards;

/// <summary>The colours of each server's pictures.</summary>
/// <param name="usual">The operator's: for servers that have set none.</param>
internal sealed class PictureThemes(ServerSettingsBook settings, ChartTheme usual)
{
    /// <param name="server">Where the picture is shown, which need not be the server it is about.</param>
    public ChartTheme Of(ServerId server) => settings.Of(server).Theme is { } name ? ChartTheme.Named(name) ?? usual : usual;
}
