using Bot.Discord;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Hosting;

/// <summary>Clients for a few REST calls outside a running host.</summary>
internal static class DiscordClients
{
    public static IDiscordClient Make(DiscordOptions options) =>
        new DiscordClient(options, TimeProvider.System, new Random(), NullLoggerFactory.Instance);
}
