using Arena.Core.Roster;
using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Presentation.Prompts;
using Microsoft.Extensions.Logging;

namespace Bot.Commands.Prompts;

/// <summary>Tells members what became of their suggestions, where they made them.</summary>
internal sealed partial class SuggestionOutcomes(IDiscordClient discord, ILogger<SuggestionOutcomes> logger)
{
    public async Task TellAsync(Suggestion suggestion, string sentence, CancellationToken cancellationToken)
    {
        try
        {
            await discord.CreateMessageAsync(suggestion.Channel, OutgoingMessage.Text(sentence) with { SuppressEmbeds = true }, cancellationToken);
        }
        catch (DiscordException e)
        {
            Log.NotTold(logger, suggestion.Id, suggestion.Channel.Value, e.Message);
        }
    }

    public Task TellAsync(Suggestion decided, CancellationToken cancellationToken) =>
        TellAsync(decided, SuggestionSentences.Outcome(decided), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(7151, LogLevel.Warning, "What became of suggestion {Suggestion} could not be told in channel {Channel}: {Problem}")]
        public static partial void NotTold(ILogger logger, long suggestion, ulong channel, string problem);
    }
}
