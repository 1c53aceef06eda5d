using Arena.Core.Battles.Starting;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Presentation.Moderation;
using Microsoft.Extensions.Logging;

namespace Bot.Commands.Moderation;

/// <summary>Gathers what a panel of settings shows: how they stand, and the server's roles and channels.</summary>
internal sealed partial class SettingsFrames(IDiscordClient discord, ServerSettingsBook settings, PresetDesk presets, ILogger<SettingsFrames> logger)
{
    /// <summary>How the settings stand, at once; of roles, channels and presets nothing is known.</summary>
    public SettingsFrame Quick(ServerId server) => new(server, settings.Of(server), settings.Defaults);

    public async Task<SettingsFrame> WholeAsync(ServerId server, CancellationToken cancellationToken)
    {
        var roles = TryAsync(server, "roles", () => discord.ListRolesAsync(server, cancellationToken));
        var channels = TryAsync(server, "channels", () => discord.ListChannelsAsync(server, cancellationToken));
        await Task.WhenAll(roles, channels);
        var known = await presets.ListAsync(server, cancellationToken);
        return Quick(server) with { Roles = await roles, Channels = await channels, Presets = [.. known.Select(preset => preset.Name)] };
    }

    /// <summary>The panel works without them: it can not tell then what was deleted.</summary>
    private async Task<IReadOnlyList<T>?> TryAsync<T>(ServerId server, string what, Func<Task<IReadOnlyList<T>>> list)
    {
        try
        {
            return await list();
        }
        catch (DiscordException e)
        {
            Log.NotListed(logger, what, server.Value, e.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7100, LogLevel.Warning, "The {What} of server {Server} could not be listed for its settings: {Problem}")]
        public static partial void NotListed(ILogger logger, string what, ulong server, string problem);
    }
}
