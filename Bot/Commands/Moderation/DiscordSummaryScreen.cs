using Arena.Core.Leaderboards;
using Bot.Commands.Leaderboards;
using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;
using Bot.Presentation.Moderation;
using Microsoft.Extensions.Logging;

namespace Bot.Commands.Moderation;

/// <summary>Posts daily summaries into Discord's channels.</summary>
internal sealed partial class DiscordSummaryScreen(IDiscordClient discord, Boards boards, ModeratorNotices notices, ILogger<DiscordSummaryScreen> logger)
    : ISummaryScreen
{
    public async Task<MessageId?> PostAsync(ServerId server, ChannelId channel, DailySummary summary, CancellationToken cancellationToken)
    {
        var board = await boards.ComposeAsync(BoardAddress.Of(LeaderboardReader.DefaultSystem), server, cancellationToken);
        var message = SummaryMessage.Compose(server, summary, board) with { Nonce = $"summary-{summary.Day:yyyyMMdd}" };
        try
        {
            return (await discord.CreateMessageAsync(channel, message, cancellationToken)).Id;
        }
        catch (DiscordException e) when (e.Failure is DiscordFailure.MissingPermissions or DiscordFailure.UnknownChannel or DiscordFailure.Refused)
        {
            Log.NotPosted(logger, server.Value, channel.Value, e.Message);
            await notices.TellAsync(server, OutgoingMessage.Text(ErrorText.SummaryNotPosted(channel)), cancellationToken);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7190, LogLevel.Warning, "The daily summary of server {Server} can not be posted in channel {Channel}: {Problem}")]
        public static partial void NotPosted(ILogger logger, ulong server, ulong channel, string problem);
    }
}
