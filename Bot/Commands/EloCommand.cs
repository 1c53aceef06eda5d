using Arena.Core.Charts;
using Arena.Core.Inference;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/elo</c>: one model's card, or the Elo board.</summary>
internal sealed class EloCommand(RosterService roster, LeaderboardReader reader, IChartRenderer renderer, ChartTheme theme, Boards boards) : ISlashCommand
{
    private const string Tag = "model";

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "elo",
        "One model's rating, rank, record and history; without a model the Elo board",
        CommandOption.Text(Tag, "Tag of a model on the roster").WithAutocomplete());

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (command.Server is not { } server)
        {
            await reply.WhisperAsync(ErrorText.OnlyInServers, cancellationToken);
            return;
        }

        if (command.Options.Text(Tag) is not { } tag || string.IsNullOrWhiteSpace(tag))
        {
            await reply.ThinkAsync(cancellationToken);
            await reply.SayAsync(await boards.ComposeAsync(BoardAddress.Default, server, cancellationToken), cancellationToken);
        }
        else if (await roster.FindAsync(tag, cancellationToken) is { } model)
        {
            await reply.ThinkAsync(cancellationToken);
            await reply.SayAsync(await CardAsync(model, new Scope(server, null), cancellationToken), cancellationToken);
        }
        else
        {
            await reply.WhisperAsync(ErrorText.UnknownModel(tag, ClosestName.Find(tag, roster.Current.Select(model => model.Tag))), cancellationToken);
        }
    }

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult(ModelSuggestions.For(typing.Options.Focused?.Typed ?? "", roster.Current.Select(model => model.Tag)));

    private async Task<OutgoingMessage> CardAsync(Model model, Scope scope, CancellationToken cancellationToken)
    {
        var record = await reader.ModelAsync(model.Tag, scope, cancellationToken);
        var history = await reader.HistoryAsync(model.Tag, RatingSystem.Elo, scope, cancellationToken);
        if (record is null || history is not SeriesResult.Found { Series: var series })
            return OutgoingMessage.Whisper(ErrorText.UnknownModel(model.Tag));
        var chart = series.Points.Count == 0 ? null : HistoryChart.Compose([series], HistoryAxis.Battles, theme);
        var rendering = chart is null ? null : await renderer.RenderAsync(chart, cancellationToken);
        return ModelCardMessage.Compose(record, chart, rendering);
    }
}
