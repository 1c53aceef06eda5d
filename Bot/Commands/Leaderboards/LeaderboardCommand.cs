using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Ratings;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Commands.Leaderboards;

/// <summary><c>/leaderboard</c>: who stands where.</summary>
internal sealed class LeaderboardCommand(Boards boards) : ISlashCommand
{
    private const string Rating = "rating";
    private const string Category = "category";
    private const string Style = "style";
    private const string Page = "page";
    private const string StyleControlled = "style-controlled";

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "leaderboard",
        "Which model is best, by the votes of this server or of all",
        CommandOption.Text(Rating, "Bradley–Terry: all votes, with intervals (default). Elo: a live game. Score: wins, and many")
            .WithChoices(
                OptionChoice.Of("Bradley–Terry", BoardAddress.Word(RatingSystem.BradleyTerry)),
                OptionChoice.Of("Elo", BoardAddress.Word(RatingSystem.Elo)),
                OptionChoice.Of("Score", BoardAddress.Word(RatingSystem.Score))),
        CommandOption.Text(Category, "What the prompts are about. Default: all of them").WithChoices(PromptCategories.All),
        ScopeOption.Of("Whose votes count. Default: this server's"),
        CommandOption.Text(Style, "Hold length and layout of the answers equal; only with Bradley–Terry").WithChoices([StyleControlled]),
        CommandOption.Integer(Page, "Which page; the last one if there are fewer. Default: the first").WithRange(min: 1));

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) => reply.AnswerAsync(
        command.Server, Refuse(command.Options), server => boards.ComposeAsync(Read(command.Options), server, cancellationToken), cancellationToken);

    /// <summary>Discord offers no other values than these; what comes from elsewhere is told which option is wrong.</summary>
    private static string? Refuse(CommandOptions options)
    {
        if (System(options) is not { } system)
            return ErrorText.BadOption(Rating);
        if (options.Text(Category) is { } category && !PromptCategories.IsKnown(category))
            return ErrorText.UnknownCategory(category, PromptCategories.All);
        if (!ScopeOption.IsGood(options))
            return ErrorText.BadOption(ScopeOption.Name);
        if (options.Text(Style) is not (null or StyleControlled))
            return ErrorText.BadOption(Style);
        if (options.Text(Style) is not null && system != RatingSystem.BradleyTerry)
            return ErrorText.StyleNeedsBradleyTerry;
        return options.Integer(Page) is < 1 ? ErrorText.BadOption(Page) : null;
    }

    private static BoardAddress Read(CommandOptions options) => new(
        System(options)!.Value,
        options.Text(Category),
        ScopeOption.IsEverywhere(options),
        options.Text(Style) is not null,
        (int)Math.Min(options.Integer(Page) ?? 1, int.MaxValue));

    private static RatingSystem? System(CommandOptions options) =>
        options.Text(Rating) is { } word ? BoardAddress.ParseSystem(word) : LeaderboardReader.DefaultSystem;
}
