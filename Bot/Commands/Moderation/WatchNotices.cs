using Arena.Core.Integrity;
using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;
using Bot.Presentation.Moderation;
using Microsoft.Extensions.Logging;

namespace Bot.Commands.Moderation;

/// <summary>
/// Brings what moderators have to look at to them, once, and keeps those notices true. What is not told yet is in the database, so a restart or
/// a channel that is closed for a while loses nothing.
/// </summary>
internal sealed partial class WatchNotices(
    SuspicionDesk suspicions, ReportDesk reports, ModeratorNotices notices, IDiscordClient discord, ILogger<WatchNotices> logger)
{
    private readonly SemaphoreSlim _one = new(1);                // two at once would tell the same twice

    /// <summary>Tells what has not been told.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            foreach (var suspicion in await suspicions.UntoldAsync(cancellationToken))
            {
                if (await notices.TellAsync(suspicion.Server, SuspicionMessage.Compose(suspicion), cancellationToken) is { } told)
                    await suspicions.ToldAsync(suspicion.Id, told.Channel, told.Id, cancellationToken);
            }

            foreach (var battle in await reports.UntoldAsync(cancellationToken))
            {
                if (await reports.FindAsync(battle, cancellationToken) is { } reported
                    && await notices.TellAsync(reported.Battle.Server, ReportMessage.Notice(reported), cancellationToken) is { } told)
                    await reports.ToldAsync(battle, told.Channel, told.Id, cancellationToken);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A suspicion has changed: its notice shows it.</summary>
    public Task ShowAsync(Suspicion suspicion, CancellationToken cancellationToken) =>
        EditAsync(suspicion.Channel, suspicion.Message, SuspicionMessage.Compose(suspicion), cancellationToken);

    /// <summary>More was reported of a battle, or a moderator has judged: the notice shows it.</summary>
    public Task ShowAsync(ReportCase reported, CancellationToken cancellationToken) =>
        EditAsync(reported.Channel, reported.Message, ReportMessage.Notice(reported), cancellationToken);

    private async Task EditAsync(ChannelId? channel, MessageId? message, OutgoingMessage present, CancellationToken cancellationToken)
    {
        if (channel is not { } where || message is not { } which)
            return;
        try
        {
            await discord.EditMessageAsync(where, which, present.AsEdit(), cancellationToken);
        }
        catch (DiscordException e)
        {
            Log.NotShown(logger, where.Value, e.Message);        // somebody deleted it; the list still has what it said
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7170, LogLevel.Warning, "A notice to moderators in channel {Channel} could not be brought up to date: {Problem}")]
        public static partial void NotShown(ILogger logger, ulong channel, string problem);
    }
}
