using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Ratings;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Commands.Leaderboards;

/// <summary><c>/chart</c>: pictures of what the votes say.</summary>
internal sealed class ChartCommand(ChartDesk charts) : ISlashCommand
{
    private const string KindOption = "kind";
    private const string CategoryOption = "category";
    private const string RatingOption = "rating";
    private const string PageOption = "page";

    private static readonly RatingSystem[] Systems = [RatingSystem.BradleyTerry, RatingSystem.Elo, RatingSystem.Score];

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "chart",
        "Pictures of the votes: who beats whom, how often, in which languages, how ratings moved",
        CommandOption.Text(KindOption, "What to draw").WithChoices([.. ChartKinds.All.Select(kind => OptionChoice.Of(kind.Name, kind.Word))]).Required(),
        CommandOption.Text(CategoryOption, "Only prompts of one category. Default: all").WithChoices(PromptCategories.All),
        ScopeOption.Of("Whose votes count. Default: this server's"),
        CommandOption.Text(RatingOption, "For wins and losses, rating history and rating by size. Default: Bradley–Terry")
            .WithChoices([.. Systems.Select(system => OptionChoice.Of(SystemNames.Of(system), BoardAddress.Word(system)))]),
        CommandOption.Integer(PageOption, "Which page, where there are several. Default: the first").WithRange(min: 1));

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) => reply.AnswerAsync(
        command.Server, Refuse(command.Options), server => charts.ComposeAsync(Read(command.Options), server, cancellationToken), cancellationToken);

    /// <summary>Discord offers no other values than these; what comes from elsewhere is told which option is wrong.</summary>
    private static string? Refuse(CommandOptions options)
    {
        if (ChartKinds.Parse(options.Text(KindOption) ?? "") is null)
            return ErrorText.BadOption(KindOption);
        if (options.Text(CategoryOption) is { } category && !PromptCategories.IsKnown(category))
            return ErrorText.UnknownCategory(category, PromptCategories.All);
        if (!ScopeOption.IsGood(options))
            return ErrorText.BadOption(ScopeOption.Name);
        if (System(options) is null)
            return ErrorText.BadOption(RatingOption);
        return options.Integer(PageOption) is < 1 ? ErrorText.BadOption(PageOption) : null;
    }

    private static ChartAddress Read(CommandOptions options) => new(
        ChartKinds.Parse(options.Text(KindOption)!)!.Value,
        System(options)!.Value,
        options.Text(CategoryOption),
        ScopeOption.IsEverywhere(options),
        (int)Math.Min(options.Integer(PageOption) ?? 1, int.MaxValue));

    private static RatingSystem? System(CommandOptions options) =>
        options.Text(RatingOption) is { } word ? BoardAddress.ParseSystem(word) : LeaderboardReader.DefaultSystem;
}
