using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Starting;
using Arena.Core.Battles.Voting;
using Arena.Core.Charts;
using Arena.Core.Exchange;
using Arena.Core.Inference;
using Arena.Core.Integrity;
using Arena.Core.Leaderboards;
using Arena.Core.Privacy;
using Arena.Core.Prompts;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Arena.Core.Servers;
using Arena.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Arena.Core;

/// <summary>Puts the arena together.</summary>
public static class ArenaCoreServices
{
    /// <summary>
    /// Registers the arena over an open database, which stays the caller's to dispose. The caller registers an
    /// <see cref="IBattleScreen"/>, an <see cref="IMembership"/> and logging; a <see cref="TimeProvider"/> or <see cref="Dice"/> of its own before this, a
    /// <see cref="Fleet"/> of its own after.
    /// </summary>
    public static IServiceCollection AddArenaCore(this IServiceCollection services, Database database, ArenaCoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton(options.Battles);
        services.AddSingleton(options.Elo);
        services.AddSingleton(options.Board);
        services.AddSingleton(options.BradleyTerry with { ProvisionalBattles = options.Board.ProvisionalBattles });
        services.AddSingleton(options.Storage);
        services.AddInference(options.Inference);
        return services.AddStores().AddServers(options).AddRoster(options).AddBattles(options).AddLeaderboards().AddIntegrity();
    }

    // What the others ask for, and who answers.
    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<IModelStore, ModelStore>()
        .AddSingleton<IPullStore, PullStore>()
        .AddSingleton<IStartStore, StartStore>()
        .AddSingleton<IBattleStore, BattleStore>()
        .AddSingleton<ITurnStore, TurnStore>()
        .AddSingleton<IBallotStore, BallotStore>()
        .AddSingleton<IBanStore, BanStore>()
        .AddSingleton<ISettlementStore, SettlementStore>()
        .AddSingleton<ILeaderboardStore, LeaderboardStore>()
        .AddSingleton<IComparisonStore, ComparisonStore>()
        .AddSingleton<IBoardStore, BoardStore>()
        .AddSingleton<IMemberStore, MemberStore>()
        .AddSingleton<ISummaryStore, SummaryStore>()
        .AddSingleton<IExportStore, ExportStore>()
        .AddSingleton<IBallotCountStore, BallotCountStore>()
        .AddSingleton<ExclusionStore>()
        .AddSingleton<IExclusionStore>(of => of.Get<ExclusionStore>())
        .AddSingleton<IReportStore, ReportStore>()
        .AddSingleton<ISuspicionStore, SuspicionStore>()
        .AddSingleton<ServerStore>()
        .AddSingleton<IServerSettingsStore, ServerSettingsStore>()
        .AddSingleton<IPromptStore, PromptStore>()
        .AddSingleton<ISuggestionStore, SuggestionStore>()
        .AddSingleton<IPresetStore, PresetStore>()
        .AddSingleton<IPrivacyStore, PrivacyStore>()
        .AddSingleton<AuditStore>()
        .AddSingleton<CategoryReplay>()
        .AddSingleton<ICategoryStore, CategoryStore>()
        .AddSingleton(of => new RatingReplay(
            of.Get<Database>(), of.Get<EloOptions>(), of.Get<BradleyTerryOptions>(), of.Get<IRatingListener>(), of.Get<TimeProvider>(),
            of.Get<ILogger<RatingReplay>>()))
        .AddSingleton(of => new LeakRecount(
            of.Get<Database>(), of.Get<RatingReplay>(), of.Get<IRatingListener>(), of.Get<Announcer>(), of.Get<TimeProvider>(),
            of.Get<ILogger<LeakRecount>>()))
        .AddSingleton(of => new RatingRecompute(
            of.Get<Database>(), of.Get<RatingReplay>(), of.Get<EloOptions>(), of.Get<BradleyTerryOptions>(), of.Get<TimeProvider>()))
        .AddSingleton<BackupSchedule>();

    // What the operator set holds in every server whose moderators set nothing else.
    private static IServiceCollection AddServers(this IServiceCollection services, ArenaCoreOptions options) => services
        .AddSingleton(of => new ServerSettingsBook(
            of.Get<IServerSettingsStore>(),
            new ServerSettings
            {
                VotingTime = options.Battles.VotingTime,
                Quorum = options.Battles.Quorum,
                MinimumBallots = options.Battles.MinimumBallots,
                MaxPromptCharacters = options.Battles.MaxPromptCharacters,
            },
            of.Get<TimeProvider>(), of.Get<ILogger<ServerSettingsBook>>()));

    private static IServiceCollection AddRoster(this IServiceCollection services, ArenaCoreOptions options) => services
        .AddSingleton(of => new RosterService(
            of.Get<IModelStore>(), of.Get<Fleet>(), of.Get<TimeProvider>(), of.Get<ILogger<RosterService>>()))
        .AddSingleton(options.Pulls)
        .AddSingleton(of => new PullDesk(
            of.Get<IPullStore>(), of.Get<RosterService>(), of.Get<Fleet>(), of.Get<IPullScreen>(), of.GetServices<IPullListener>(),
            of.Get<InferenceOptions>(), of.Get<PullOptions>(), of.Get<TimeProvider>(), of.Get<ILogger<PullDesk>>()))
        .AddSingleton(of => new RosterKeeping(of.Get<RosterService>(), of.Get<IModelStore>(), of.Get<TimeProvider>()))
        .AddSingleton(of => new RosterUpkeep(
            of.Get<RosterService>(), of.Get<IModelStore>(), of.Get<Fleet>(), of.Get<TimeProvider>(), of.Get<ILogger<RosterUpkeep>>()))
        .AddSingleton<BenchRule>()
        .AddSingleton(new PromptLibrary(options.Prompts))
        .AddSingleton(of => new ServerPrompts(of.Get<PromptLibrary>(), of.Get<IPromptStore>(), of.Get<TimeProvider>(), of.Get<Dice>()))
        .AddSingleton(of => new SuggestionDesk(
            of.Get<ISuggestionStore>(), of.Get<RosterService>(), of.Get<PullDesk>(), of.Get<ServerPrompts>(), of.Get<TimeProvider>()))
        .AddSingleton(of => new Suggestions(of.Get<ISuggestionStore>()));

    private static IServiceCollection AddBattles(this IServiceCollection services, ArenaCoreOptions options)
    {
        services.TryAddSingleton<IMatchmaker>(of =>
            options.Battles.Draw == PairDrawing.Uniform ? new UniformMatchmaker() : new InformativeMatchmaker(of.Get<IStrengths>()));
        services.TryAddSingleton(new Dice(options.Battles.Seed));
        services.AddSingleton<BattleQueue>();
        services.AddSingleton<WaitEstimate>();
        services.AddSingleton<RunningBattles>();
        services.AddSingleton<OpenBattles>();
        services.AddSingleton<FleetHealth>();
        services.AddSingleton<BattleViews>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<Voider>();
        services.AddSingleton<WaitEnder>();
        services.AddSingleton<Settlements>();
        services.AddSingleton<Eligibility>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<ClosingClock>();
        services.AddSingleton<Answering>();
        services.AddSingleton<BattleRunner>();
        services.AddSingleton<WaitingRoom>();
        services.AddSingleton<Recovery>();

        // Built by hand: the constructors are internal, as what they take is, and the container calls public ones only.
        services.AddSingleton(of => new PresetDesk(
            of.Get<IPresetStore>(), of.Get<ServerSettingsBook>(), of.Get<InferenceOptions>(), of.Get<TimeProvider>()));
        services.AddSingleton<BattleStarting>();
        services.AddSingleton(of => new BattleDesk(
            of.Get<IBattleStore>(), of.Get<BattleStarting>(), of.Get<RosterService>(), of.Get<ServerPrompts>(), of.Get<BattleQueue>(),
            of.Get<WaitEstimate>(), of.Get<Fleet>(), of.Get<Settlements>(), of.Get<Voider>(), of.Get<WaitEnder>()));
        services.AddSingleton(of => new FollowUpDesk(
            of.Get<IBattleStore>(), of.Get<ITurnStore>(), of.Get<IBanStore>(), of.Get<ServerSettingsBook>(), of.Get<BattleQueue>(),
            of.Get<OpenBattles>(), of.Get<Announcer>(), of.Get<BattleOptions>(), of.Get<InferenceOptions>(), of.Get<TimeProvider>()));
        services.AddSingleton(of => new CategoryDesk(
            of.Get<ICategoryStore>(), of.Get<IRatingListener>(), of.Get<Announcer>(), of.Get<TimeProvider>()));
        services.AddSingleton(of => new PrivacyDesk(of.Get<IPrivacyStore>(), of.Get<WaitEnder>(), of.Get<Announcer>(), of.Get<LogFolding>(), of.Get<TimeProvider>()));
        services.AddSingleton(of => new LogFolding(of.Get<IPrivacyStore>(), of.Get<TimeProvider>()));
        services.AddSingleton(of => new TextRetention(
            of.Get<IPrivacyStore>(), of.Get<ServerSettingsBook>(), of.Get<LogFolding>(), of.Get<TimeProvider>(), of.Get<ILogger<TextRetention>>()));
        services.AddSingleton(of => new BallotBox(
            of.Get<IBallotStore>(), of.Get<IBattleStore>(), of.Get<OpenBattles>(), of.Get<Eligibility>(), of.Get<Settlements>(),
            of.Get<Announcer>(), of.Get<TimeProvider>()));
        services.AddSingleton(of => new BanDesk(
            of.Get<IBanStore>(), of.Get<OpenBattles>(), of.Get<Settlements>(), of.Get<TimeProvider>()));
        services.AddSingleton(of => new BattleEngine(
            of.Get<Recovery>(), of.Get<Announcer>(), of.Get<Settlements>(), of.Get<Reconciler>(), of.Get<Voider>(), of.Get<WaitingRoom>(),
            of.Get<BattleQueue>(), of.Get<BattleRunner>(), of.Get<ClosingClock>()));
        return services;
    }

    private static IServiceCollection AddIntegrity(this IServiceCollection services) => services
        .AddSingleton(of => new ExclusionDesk(of.Get<IExclusionStore>(), of.Get<IRatingListener>(), of.Get<Announcer>(), of.Get<TimeProvider>()))
        .AddSingleton(of => new SuspicionDesk(of.Get<ISuspicionStore>(), of.Get<ExclusionDesk>(), of.Get<TimeProvider>()))
        .AddSingleton(of => new VoteWatch(
            of.Get<ISuspicionStore>(), VotePatternOptions.Default, of.Get<TimeProvider>(), of.Get<ILogger<VoteWatch>>()))
        .AddSingleton(of => new ReportDesk(of.Get<IReportStore>(), of.Get<ITurnStore>(), of.Get<Announcer>(), of.Get<TimeProvider>()));

    private static IServiceCollection AddLeaderboards(this IServiceCollection services)
    {
        services.AddSingleton(of => new LiveBoards(
            of.Get<IBoardStore>(), of.Get<BradleyTerryOptions>(), of.Get<TimeProvider>(), of.Get<ILogger<LiveBoards>>()));
        services.AddSingleton<IStrengths>(of => of.Get<LiveBoards>());
        services.AddSingleton<IRatingListener>(of => of.Get<LiveBoards>());
        services.AddSingleton(of => new ServerExport(of.Get<IExportStore>(), of.Get<BradleyTerryOptions>()));
        services.AddSingleton(of => new LeaderboardReader(
            of.Get<ILeaderboardStore>(), of.Get<IComparisonStore>(), of.Get<LiveBoards>(), of.Get<EloOptions>(), of.Get<BoardOptions>()));
        services.AddSingleton(of => new MemberReader(of.Get<IMemberStore>()));
        services.AddSingleton(of => new DailySummaries(
            of.Get<ISummaryStore>(), of.Get<ISummaryScreen>(), of.Get<ServerSettingsBook>(), of.Get<TimeProvider>(), of.Get<ILogger<DailySummaries>>()));
        services.AddSingleton(of => new ChartReader(of.Get<LiveBoards>(), of.Get<ILeaderboardStore>(), of.Get<IBallotCountStore>()));
        services.TryAddSingleton<SvgRasterizer>();
        services.TryAddSingleton<IChartRenderer>(of =>
        {
            var rasterizer = of.Get<SvgRasterizer>();
            rasterizer.WarmUp();
            return new CachingChartRenderer(rasterizer);
        });
        return services;
    }

    private static T Get<T>(this IServiceProvider services) where T : notnull => services.GetRequiredService<T>();
}
