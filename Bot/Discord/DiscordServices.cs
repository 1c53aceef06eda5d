using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>Registration of the client.</summary>
public static class DiscordServices
{
    /// <summary>
    /// Adds <see cref="IDiscordClient"/>. Wants a <see cref="TimeProvider"/> and an <see cref="ILoggerFactory"/> among the services; the
    /// options are checked when the client is made.
    /// </summary>
    /// <param name="random">Dice for delays; null takes real chance.</param>
    public static IServiceCollection AddDiscordClient(this IServiceCollection services, DiscordOptions options, Random? random = null) =>
        services.AddSingleton<IDiscordClient>(provider => new DiscordClient(
            options,
            provider.GetRequiredService<TimeProvider>(),
            random ?? new Random(),
            provider.GetRequiredService<ILoggerFactory>()));
}
