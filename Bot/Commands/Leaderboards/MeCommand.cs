using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Commands.Leaderboards;

/// <summary><c>/me</c>: what the member's own ballots say, told to that member alone.</summary>
internal sealed class MeCommand(MemberReader reader, ServerNames names, IChartRenderer renderer, PictureThemes themes) : ISlashCommand
{

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "me",
        "Your own votes: how many, whom they favour, how often you agree with the others",
        ScopeOption.Of("Which of your votes. Default: those in this server"));

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (command.Server is not { } server)
        {
            await reply.WhisperAsync(ErrorText.OnlyInServers, cancellationToken);
        }
        else if (!ScopeOption.IsGood(command.Options))
        {
            await reply.WhisperAsync(ErrorText.BadOption(ScopeOption.Name), cancellationToken);
        }
        else
        {
            await reply.ThinkQuietlyAsync(cancellationToken);
            var scope = new Scope(ScopeOption.IsEverywhere(command.Options) ? null : server, null);
            await reply.SayAsync(await ComposeAsync(command.Member.Id, scope, themes.Of(server), cancellationToken), cancellationToken);
        }
    }

    private async Task<OutgoingMessage> ComposeAsync(MemberId member, Scope scope, ChartTheme theme, CancellationToken cancellationToken)
    {
        var summary = await reader.SummaryAsync(member, scope, cancellationToken);
        // Without a counted ballot there are no favourites to draw.
        var chart = summary.Favourites.Count == 0 ? null : FavouritesChart.Compose(summary, theme, names.Of(scope.Server));
        var rendering = chart is null ? null : await renderer.RenderAsync(chart, cancellationToken);
        return MeMessage.Compose(summary, chart, rendering);
    }
}
