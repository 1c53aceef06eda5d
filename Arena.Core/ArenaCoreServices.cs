using Arena.Core.Battles;
using Arena.Core.Inference;
using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Roster;
using Arena.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Arena.Core;

/// <summary>Puts the arena together.</summary>
public static class ArenaCoreServices
{
    /// <summary>
    /// Registers the arena over an open database, which stays the caller's to dispose. The caller registers an
    /// <see cref="IBattleScreen"/> and logging; a <see cref="TimeProvider"/> or <see cref="Dice"/> of its own before this, a
    /// <see cref="Fleet"/> of its own after.
    /// </summary>
    public static IServiceCollection AddArenaCore(this IServiceCollection services, Database database, ArenaCoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton(options.Battles);
        services.AddSingleton(options.Elo);
        services.AddSingleton(options.Board);
        services.AddSingleton(options.Storage);
        services.AddInference(options.Inference);
        services.AddLeaderboards(options.Elo, options.Board);
        return services.AddStores().AddRoster(options).AddBattles(options);
    }

    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<ModelStore>()
        .AddSingleton<BattleStore>()
        .AddSingleton<BallotStore>()
        .AddSingleton<RatingStore>()
        .AddSingleton<ServerStore>()
        .AddSingleton<AuditStore>()
        .AddSingleton<RatingReplay>()
        .AddSingleton<BackupSchedule>();

    private static IServiceCollection AddRoster(this IServiceCollection services, ArenaCoreOptions options) => services
        .AddSingleton<RosterService>()
        .AddSingleton(new PromptLibrary(options.Prompts));

    private static IServiceCollection AddBattles(this IServiceCollection services, ArenaCoreOptions options)
    {
        services.TryAddSingleton<IMatchmaker, UniformMatchmaker>();
        services.TryAddSingleton(new Dice(options.Battles.Seed));
        services.AddSingleton<BattleQueue>();
        services.AddSingleton<WaitEstimate>();
        services.AddSingleton<RunningBattles>();
        services.AddSingleton<OpenBattles>();
        services.AddSingleton<FleetHealth>();
        services.AddSingleton<BattleViews>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<Voider>();
        services.AddSingleton<Settlements>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<ClosingClock>();
        services.AddSingleton<Answering>();
        services.AddSingleton<BattleRunner>();
        services.AddSingleton<WaitingRoom>();
        services.AddSingleton<Recovery>();

        // Their constructors are internal, which the container can not call by itself.
        services.AddSingleton(provider => Create<BattleDesk>(provider));
        services.AddSingleton(provider => Create<BallotBox>(provider));
        services.AddSingleton(provider => Create<BattleEngine>(provider));
        return services;
    }

    private static T Create<T>(IServiceProvider provider)
    {
        var constructor = typeof(T).GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic).Single();
        return (T)constructor.Invoke([.. constructor.GetParameters().Select(parameter => provider.GetRequiredService(parameter.ParameterType))]);
    }
}
