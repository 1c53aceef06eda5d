using Arena.Core.Charts;
using Arena.Core.Inference;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Bot.Commands.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;
using Bot.Presentation.Roster;

namespace Bot.Commands.Leaderboards;

/// <summary><c>/elo</c>: one model's card, two models beside each other, or the Elo board.</summary>
internal sealed class EloCommand(
    RosterService roster, LeaderboardReader reader, ServerNames names, IChartRenderer renderer, PictureThemes themes, Boards boards) : ISlashCommand
{
    private const string Tag = "model";
    private const string Versus = "versus";

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "elo",
        "One model's rating, rank, record and history; two beside each other; without a model the Elo board",
        CommandOption.Text(Tag, "Tag of a model on the roster").WithAutocomplete(),
        CommandOption.Text(Versus, "Tag of another: what to expect of the two, and what happened").WithAutocomplete());

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var (tag, versus) = (Given(command.Options, Tag), Given(command.Options, Versus));
        return (command.Server, tag, versus) switch
        {
            (null, _, _) => reply.WhisperAsync(ErrorText.OnlyInServers, cancellationToken),
            ({ } server, null, null) => ThinkAsync(() => boards.ComposeAsync(BoardAddress.Of(RatingSystem.Elo), server, cancellationToken)),
            (_, null, _) => reply.WhisperAsync(ErrorText.VersusWhom, cancellationToken),
            ({ } server, { } one, null) => OneAsync(one, server, reply, cancellationToken),
            ({ } server, { } one, { } other) => TwoAsync(one, other, server, reply, cancellationToken),
        };

        async Task ThinkAsync(Func<Task<OutgoingMessage>> compose)
        {
            await reply.ThinkAsync(cancellationToken);
            await reply.SayAsync(await compose(), cancellationToken);
        }
    }

    /// <summary>All models, retired ones too: they keep their ratings. Not the one that is named already.</summary>
    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        if (typing.Options.Focused is not { } focused)
            return Task.FromResult<IReadOnlyList<OptionChoice>>([]);
        var other = Given(typing.Options, focused.Name == Versus ? Tag : Versus);
        return Task.FromResult(ModelSuggestions.For(focused.Typed, roster.Current.Select(model => model.Tag).Where(tag => tag != other)));
    }

    private async Task OneAsync(string tag, ServerId server, Reply reply, CancellationToken cancellationToken)
    {
        if (await roster.FindAsync(tag, cancellationToken) is not { } model)
        {
            await reply.WhisperAsync(Unknown(tag), cancellationToken);
            return;
        }

        await reply.ThinkAsync(cancellationToken);
        await reply.SayAsync(await CardAsync(model, server, cancellationToken), cancellationToken);
    }

    private async Task TwoAsync(string tagA, string tagB, ServerId server, Reply reply, CancellationToken cancellationToken)
    {
        var (a, b) = (await roster.FindAsync(tagA, cancellationToken), await roster.FindAsync(tagB, cancellationToken));
        if (a is null || b is null)
        {
            await reply.WhisperAsync(Unknown(a is null ? tagA : tagB), cancellationToken);
        }
        else if (a.Tag == b.Tag)
        {
            await reply.WhisperAsync(ErrorText.SameModelTwice(a.Tag), cancellationToken);
        }
        else
        {
            await reply.ThinkAsync(cancellationToken);
            await reply.SayAsync(await PairAsync(a, b, server, cancellationToken), cancellationToken);
        }
    }

    private async Task<OutgoingMessage> CardAsync(Model model, ServerId server, CancellationToken cancellationToken)
    {
        var scope = new Scope(server, null);
        var record = await reader.ModelAsync(model.Tag, scope, cancellationToken);
        var history = await reader.HistoryAsync(model.Tag, RatingSystem.Elo, scope, cancellationToken);
        if (record is null || history is not SeriesResult.Found { Series: var series })
            return OutgoingMessage.Whisper(ErrorText.UnknownModel(model.Tag));
        var chart = series.Points.Count == 0 ? null : HistoryChart.Compose([series], HistoryAxis.Battles, themes.Of(server), names.Of(server));
        var rendering = chart is null ? null : await renderer.RenderAsync(chart, cancellationToken);
        return ModelCardMessage.Compose(record, chart, rendering);
    }

    private async Task<OutgoingMessage> PairAsync(Model a, Model b, ServerId server, CancellationToken cancellationToken)
    {
        var scope = new Scope(server, null);
        if (await reader.HeadToHeadAsync(a.Tag, b.Tag, scope, cancellationToken) is not { } pair)
            return OutgoingMessage.Whisper(ErrorText.UnknownModel(a.Tag));
        // Of two models that never fought there is nothing to draw.
        var chart = pair.Histories.All(series => series.Points.Count == 0) ? null : HeadToHeadChart.Compose(pair, themes.Of(server), names.Of(server));
        var rendering = chart is null ? null : await renderer.RenderAsync(chart, cancellationToken);
        return HeadToHeadMessage.Compose(pair, chart, rendering);
    }

    private string Unknown(string tag) => ErrorText.UnknownModel(tag, ClosestName.Find(tag, roster.Current.Select(model => model.Tag)));

    private static string? Given(CommandOptions options, string option) =>
        options.Text(option) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
