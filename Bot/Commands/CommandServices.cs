using Microsoft.Extensions.DependencyInjection;

namespace Bot.Commands;

public static class CommandServices
{
    /// <summary>
    /// Adds the commands, the router (<see cref="ArenaGateway"/>) and the arena's screen. Expects an <c>IDiscordClient</c>, the arena's core and
    /// logging among the services.
    /// </summary>
    public static IServiceCollection AddDiscordCommands(this IServiceCollection services, AccessOptions access)
    {
        services.AddSingleton(access);
        services.AddSingleton<ArenaGateway>();
        return services;
    }
}
