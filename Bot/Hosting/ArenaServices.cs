using Arena.Core.Storage;
using Bot.Commands;
using Bot.Configuration;
using Bot.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Hosting;

/// <summary>The one composition of the arena. The sandbox is no special mode, only another address.</summary>
internal static class ArenaServices
{
    /// <param name="nodes">Where the models are.</param>
    /// <param name="discord">Where Discord is and who the bot is there.</param>
    /// <param name="database">Open; the caller closes it.</param>
    public static IServiceCollection AddArena(
        this IServiceCollection services, ArenaConfiguration configuration, IReadOnlyList<Uri> nodes, DiscordOptions discord, Database database, TimeProvider time)
    {
        services.AddSingleton(time);
        services.AddArenaCore(database, new ArenaCoreOptions
        {
            Battles = configuration.Battles(),
            Inference = configuration.Inference(nodes),
            Elo = configuration.Elo(),
            BradleyTerry = configuration.BradleyTerry(),
            Board = configuration.Board(),
            Storage = configuration.Storage(),
            Prompts = configuration.Prompts,
        });
        services.AddDiscordClient(discord);
        services.AddSingleton(configuration.Theme());
        services.AddDiscordCommands(configuration.Access());
        services.AddSingleton<HostFailure>();
        services.AddHostedService<EnginePart>();
        services.AddHostedService<BoardsPart>();
        services.AddHostedService<PullsPart>();
        services.AddHostedService<LeaksPart>();
        services.AddHostedService<GatewayPart>();
        services.AddHostedService<HealthPart>();
        services.AddHostedService<WatchPart>();
        services.AddHostedService<BackupPart>();
        services.AddHostedService<RosterPart>();
        services.AddHostedService<BenchPart>();
        services.AddHostedService<RetentionPart>();
        services.AddHostedService<LogFoldingPart>();
        services.AddHostedService<SummaryPart>();
        return services;
    }
}
