using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Presentation;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>Remembers the servers the bot is in, and leaves those that the operator did not list, with one sentence.</summary>
internal sealed partial class ServerGate(
    IDiscordClient discord, ServerStore servers, ServerNames names, Access access, ILogger<ServerGate> logger)
{
    /// <summary>Channels in which the sentence is tried; the bot may not be allowed to write in the first.</summary>
    private const int Tries = 3;

    /// <summary>
    /// Remembers a server. Servers are to be admitted one after the other as they come: the first one that was joined is home.
    /// </summary>
    /// <returns>False where the operator did not list it: it is to be left.</returns>
    public async Task<bool> AdmitAsync(Server server, CancellationToken cancellationToken)
    {
        if (!access.IsWelcome(server.Id))
            return false;
        names.Learn(server.Id, server.Name);
        await servers.RememberAsync(server.Id, cancellationToken);
        return true;
    }

    /// <summary>Says why, and leaves.</summary>
    public async Task LeaveAsync(Server server, CancellationToken cancellationToken)
    {
        Log.Leaving(logger, server.Name, server.Id.Value);
        await SayWhyAsync(server, cancellationToken);
        await discord.LeaveServerAsync(server.Id, cancellationToken);
    }

    private async Task SayWhyAsync(Server server, CancellationToken cancellationToken)
    {
        foreach (var channel in server.Channels.Where(channel => channel.Kind == ChannelKind.Text).Take(Tries))
        {
            try
            {
                await discord.CreateMessageAsync(channel.Id, OutgoingMessage.Text(ErrorText.NotWelcome), cancellationToken);
                return;
            }
            catch (DiscordException e)
            {
                Log.NotSaid(logger, server.Id.Value, channel.Id.Value, e.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7020, LogLevel.Information, "Leaving {Name} ({Server}): it is not among the servers in arena.json.")]
        public static partial void Leaving(ILogger logger, string name, ulong server);

        [LoggerMessage(7021, LogLevel.Debug, "Could not say goodbye in server {Server}, channel {Channel}: {Problem}")]
        public static partial void NotSaid(ILogger logger, ulong server, ulong channel, string problem);
    }
}
