using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using Bot.Commands.Battles;
using Bot.Commands.Leaderboards;
using Bot.Commands.Moderation;
using Bot.Commands.Prompts;
using Bot.Commands.Roster;
using Bot.Presentation.Battles;
using Bot.Presentation.Roster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Commands;

public static class CommandServices
{
    // What the router finds a handler by. One class may be several: a command, and the buttons below its answer.
    private static readonly Type[] Roles = [typeof(ICommand), typeof(ISubcommand), typeof(IButtons), typeof(IMenus), typeof(IForms)];

    /// <summary>
    /// Adds the commands, the router (<see cref="ArenaGateway"/>) and the arena's screen. Expects an <c>IDiscordClient</c>, the arena's core and
    /// logging among the services; pictures are dark where no <see cref="ChartTheme"/> was added before and the server has not chosen another.
    /// </summary>
    public static IServiceCollection AddDiscordCommands(this IServiceCollection services, AccessOptions access)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ChartTheme.Dark);
        services.AddSingleton(access);
        services.AddSingleton<Access>();
        services.AddSingleton<ServerGate>();
        services.AddSingleton<InteractionRouter>();
        services.AddSingleton<ArenaGateway>();
        return services.AddScreens().AddDesks().AddNotices()
            // Commands and subcommands stand in Discord in the order they are added in.
            .AddBattleCommands().AddBoardCommands().AddModelCommands().AddPromptCommands().AddArenaCommand().AddOtherCommands();
    }

    // Where the core shows what it decides, and asks what only Discord knows.
    private static IServiceCollection AddScreens(this IServiceCollection services) => services
        .AddSingleton<DiscordBattleScreen>()
        .AddSingleton<IBattleScreen>(of => of.GetRequiredService<DiscordBattleScreen>())
        .AddSingleton<IPullScreen, DiscordPullScreen>()
        .AddSingleton<ISummaryScreen, DiscordSummaryScreen>()
        .AddSingleton<IMembership, DiscordMembership>();

    // What several commands share.
    private static IServiceCollection AddDesks(this IServiceCollection services) => services
        .AddSingleton<BallotLanes>()
        .AddSingleton<BallotPresses>()
        .AddSingleton<BattleStarter>()
        .AddSingleton<Boards>()
        .AddSingleton<ChannelFacts>()
        .AddSingleton<ChartDesk>()
        .AddSingleton<ExportDesk>()
        .AddSingleton<PictureThemes>()
        .AddSingleton<PresetChoices>()
        .AddSingleton<PullStarter>()
        .AddSingleton<ServerNames>()
        .AddSingleton<SettingsFrames>()
        .AddSingleton<Suggesting>();

    // What people are told without having asked.
    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<ModeratorNotices>()
        .AddSingleton<WatchNotices>()
        .AddSingleton<BenchNotices>()
        .AddSingleton<IBenchListener>(of => of.GetRequiredService<BenchNotices>())
        .AddSingleton<SuggestionNotices>()
        .AddSingleton<SuggestionOutcomes>()
        .AddSingleton<IPullListener, SuggestionPulls>();

    private static IServiceCollection AddBattleCommands(this IServiceCollection services) => services
        .AddHandler<BattleCommand>()
        .AddHandler<BattleThisCommand>()
        .AddHandler<DuelCommand>()
        .AddHandler<BattleButtons>()
        .AddHandler<BallotButtons>()
        .AddHandler<FollowUpForm>();

    private static IServiceCollection AddBoardCommands(this IServiceCollection services) => services
        .AddHandler<LeaderboardCommand>()
        .AddHandler<EloCommand>()
        .AddHandler<ChartCommand>()
        .AddHandler<MeCommand>()
        .AddHandler<BoardButtons>()
        .AddHandler<ChartButtons>();

    private static IServiceCollection AddModelCommands(this IServiceCollection services) => services
        .AddComposite("models", "The models of the arena", isForModerators: false)
        .AddHandler<ModelsList>()
        .AddHandler<ModelsInfo>()
        .AddHandler<ModelsSuggest>()
        .AddComposite("model", "Change which models play")
        .AddHandler<ModelAdd>()
        .AddHandler<ModelPull>()
        .AddHandler<ModelRetire>()
        .AddHandler<ModelRestore>()
        .AddHandler<ModelFlagging>()
        .AddHandler<ModelEditing>()
        .AddHandler<ModelRemove>()
        .AddHandler<ModelPlay>()
        .AddHandler<ModelBench>()
        .AddSuggestions("model", SuggestionKind.Model)
        .AddHandler<PullButtons>();

    private static IServiceCollection AddPromptCommands(this IServiceCollection services) => services
        .AddComposite("prompts", "The prompts that battles are drawn from", isForModerators: false)
        .AddHandler<PromptsRandom>()
        .AddHandler<PromptsSuggest>()
        .AddComposite("prompt", "This server's prompt library")
        .AddHandler<PromptAdd>()
        .AddHandler<PromptList>()
        .AddHandler<PromptRemove>()
        .AddHandler<PromptImport>()
        .AddSuggestions("prompt", SuggestionKind.Prompt)
        .AddHandler<SuggestionList>();

    private static IServiceCollection AddArenaCommand(this IServiceCollection services) => services
        .AddComposite("arena", "The rules of this server, the state of the arena, and what else moderators do")
        .AddHandler<ArenaSettings>()
        .AddHandler<ArenaModerators>()
        .AddHandler<ArenaStatus>()
        .AddHandler<ArenaCancel>()
        .AddHandler<ArenaExport>()
        .AddHandler<ArenaBan>()
        .AddHandler<ArenaUnban>()
        .AddHandler<ArenaAudit>()
        .AddHandler<ArenaPresets>()
        .AddHandler<ArenaSuspicions>()
        .AddHandler<SettingsPanel>()
        .AddHandler<BanButtons>()
        .AddHandler<SuspicionButtons>();

    private static IServiceCollection AddOtherCommands(this IServiceCollection services) => services
        .AddHandler<HelpCommand>()
        .AddHandler<CorrectCategoryCommand>()
        .AddHandler<PrivacyCommand>()
        .AddHandler<ReportCommand>()
        .AddHandler<ReportButtons>();

    private static IServiceCollection AddHandler<T>(this IServiceCollection services) where T : class
    {
        services.AddSingleton<T>();
        foreach (var role in Roles.Where(role => role.IsAssignableFrom(typeof(T))))
            services.AddSingleton(role, of => of.GetRequiredService<T>());
        return services;
    }

    private static IServiceCollection AddSuggestions(this IServiceCollection services, string parent, SuggestionKind kind) =>
        services.AddSingleton<ISubcommand>(of => new SuggestionsOf(parent, kind, of.GetRequiredService<SuggestionList>()));

    private static IServiceCollection AddComposite(
        this IServiceCollection services, string name, string description, bool isForModerators = true) =>
        services.AddSingleton<ICommand>(of => new CompositeCommand(
            name, description, isForModerators, of.GetRequiredService<Access>(), of.GetServices<ISubcommand>()));
}
