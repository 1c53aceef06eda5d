using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using Bot.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Commands;

public static class CommandServices
{
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
        services.AddSingleton<DiscordBattleScreen>();
        services.AddSingleton<IBattleScreen>(provider => provider.GetRequiredService<DiscordBattleScreen>());
        services.AddSingleton<IMembership, DiscordMembership>();
        services.AddSingleton<IPullScreen, DiscordPullScreen>();
        services.AddSingleton<PullStarter>();
        services.AddSingleton<BallotLanes>();
        services.AddSingleton<ChannelFacts>();
        services.AddSingleton<BattleStarter>();
        services.AddSingleton<PictureThemes>();
        services.AddSingleton<PresetChoices>();
        services.AddSingleton<ServerNames>();
        services.AddSingleton<Boards>();
        services.AddSingleton<ExportDesk>();
        services.AddSingleton<ChartDesk>();
        services.AddSingleton<ServerGate>();
        services.AddSingleton<ModeratorNotices>();
        services.AddSingleton<ISummaryScreen, DiscordSummaryScreen>();
        services.AddSingleton<WatchNotices>();
        services.AddSingleton<InteractionRouter>();

        services.AddSingleton<ICommand, BattleCommand>();
        services.AddSingleton<ICommand, BattleThisCommand>();
        services.AddSingleton<ICommand, DuelCommand>();
        services.AddSingleton<ICommand, LeaderboardCommand>();
        services.AddSingleton<ICommand, EloCommand>();
        services.AddSingleton<ICommand, ChartCommand>();
        services.AddSingleton<ICommand, MeCommand>();
        services.AddModelCommand();
        services.AddPromptCommands();
        services.AddComposite("arena", "The rules of this server, the state of the arena, and what else moderators do");
        services.AddSingleton<SettingsFrames>();
        services.AddSingleton<SettingsPanel>();
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<SettingsPanel>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<SettingsPanel>());
        services.AddSingleton<IForms>(provider => provider.GetRequiredService<SettingsPanel>());
        services.AddSingleton<ISubcommand, ArenaSettings>();
        services.AddSingleton<ISubcommand, ArenaModerators>();
        services.AddSingleton<ISubcommand, ArenaStatus>();
        services.AddSingleton<ISubcommand, ArenaCancel>();
        services.AddSingleton<ISubcommand, ArenaExport>();
        services.AddSingleton<ISubcommand, ArenaBan>();
        services.AddSingleton<ISubcommand, ArenaUnban>();
        services.AddSubcommandWithButtons<ArenaAudit>();
        services.AddSingleton<ISubcommand, ArenaPresets>();
        services.AddSingleton<ISubcommand, ArenaSuspicions>();
        services.AddSingleton<ICommand, HelpCommand>();
        services.AddSingleton<CorrectCategoryCommand>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<CorrectCategoryCommand>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<CorrectCategoryCommand>());
        services.AddSingleton<PrivacyCommand>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<PrivacyCommand>());
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<PrivacyCommand>());
        services.AddSingleton<IButtons, BattleButtons>();
        services.AddSingleton<IButtons, BallotButtons>();
        services.AddSingleton<FollowUpForm>();
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<FollowUpForm>());
        services.AddSingleton<IForms>(provider => provider.GetRequiredService<FollowUpForm>());
        services.AddSingleton<IButtons, BoardButtons>();
        services.AddSingleton<IButtons, ChartButtons>();
        services.AddSingleton<IButtons, PullButtons>();
        services.AddSingleton<ReportCommand>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<ReportCommand>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<ReportCommand>());
        services.AddSingleton<IForms>(provider => provider.GetRequiredService<ReportCommand>());
        services.AddSingleton<IButtons, ReportButtons>();
        services.AddSingleton<SuspicionButtons>();
        services.AddSingleton<IButtons>(provider => provider.GetRequiredService<SuspicionButtons>());
        services.AddSingleton<IMenus>(provider => provider.GetRequiredService<SuspicionButtons>());
        services.AddSingleton<ArenaGateway>();
        return services;
    }

    // Subcommands stand in Discord in the order they are added in.
    private static void AddModelCommand(this IServiceCollection services)
    {
        services.AddComposite("models", "The models of the arena", isForModerators: false);
        services.AddSubcommandWithButtons<ModelsList>();
        services.AddSingleton<ISubcommand, ModelsInfo>();
        services.AddSingleton<ISubcommand, ModelsSuggest>();
        services.AddComposite("model", "Change which models play");
        services.AddSingleton<ISubcommand, ModelAdd>();
        services.AddSingleton<ISubcommand, ModelPull>();
        services.AddSingleton<ISubcommand, ModelRetire>();
        services.AddSubcommandWithButtons<ModelRestore>();
        services.AddSingleton<ISubcommand, ModelFlagging>();
        services.AddSingleton<ISubcommand, ModelEditing>();
        services.AddSubcommandWithButtons<ModelRemove>();
        services.AddSingleton<ISubcommand, ModelPlay>();
        services.AddSingleton<ISubcommand, ModelBench>();
        services.AddSingleton<BenchNotices>();
        services.AddSingleton<IBenchListener>(of => of.GetRequiredService<BenchNotices>());
        services.AddSingleton<ISubcommand>(of => new SuggestionsOf("model", SuggestionKind.Model, of.GetRequiredService<SuggestionList>()));
    }

    private static void AddPromptCommands(this IServiceCollection services)
    {
        services.AddComposite("prompts", "The prompts that battles are drawn from", isForModerators: false);
        services.AddSubcommandWithButtons<PromptsRandom>();
        services.AddSingleton<ISubcommand, PromptsSuggest>();
        services.AddComposite("prompt", "This server's prompt library");
        services.AddSingleton<ISubcommand, PromptAdd>();
        services.AddSubcommandWithButtons<PromptList>();
        services.AddSingleton<ISubcommand, PromptRemove>();
        services.AddSingleton<ISubcommand, PromptImport>();
        services.AddSingleton<ISubcommand>(of => new SuggestionsOf("prompt", SuggestionKind.Prompt, of.GetRequiredService<SuggestionList>()));
        services.AddSingleton<Suggesting>();
        services.AddSingleton<SuggestionNotices>();
        services.AddSingleton<SuggestionOutcomes>();
        services.AddSingleton<IPullListener, SuggestionPulls>();
        services.AddSingleton<SuggestionList>();
        services.AddSingleton<IButtons>(of => of.GetRequiredService<SuggestionList>());
        services.AddSingleton<IForms>(of => of.GetRequiredService<SuggestionList>());
    }

    private static void AddSubcommandWithButtons<T>(this IServiceCollection services) where T : class, ISubcommand, IButtons
    {
        services.AddSingleton<T>();
        services.AddSingleton<ISubcommand>(of => of.GetRequiredService<T>());
        services.AddSingleton<IButtons>(of => of.GetRequiredService<T>());
    }

    private static void AddComposite(this IServiceCollection services, string name, string description, bool isForModerators = true) =>
        services.AddSingleton<ICommand>(of => new CompositeCommand(
            name, description, isForModerators, of.GetRequiredService<Access>(), of.GetServices<ISubcommand>()));
}
