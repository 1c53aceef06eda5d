using Arena.Core.Battles.Voting;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>Takes members' suggestions, whatever they are of.</summary>
internal sealed class Suggesting(BanDesk bans, SuggestionNotices notices)
{
    public async Task RunAsync(
        Interaction.SlashCommand command, Reply reply, Func<Task<SuggestResult>> suggest, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        if (await bans.IsBannedAsync(command.Server!.Value, command.Member.Id, cancellationToken))
        {
            await reply.WhisperAsync(SuggestionSentences.Banned, cancellationToken);
            return;
        }

        var result = await suggest();
        await reply.WhisperAsync(SuggestionSentences.Of(result), cancellationToken);
        if (result is SuggestResult.Made made)
            await notices.TellAsync(made, cancellationToken);
    }
}
