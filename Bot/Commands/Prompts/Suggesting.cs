using Arena.Core.Battles.Voting;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Prompts;

/// <summary>Takes members' suggestions, whatever they are of.</summary>
internal sealed class Suggesting(BanDesk bans, SuggestionNotices notices)
{
    public async Task RunAsync(
        Interaction.SlashCommand command, Reply reply, Func<Task<SuggestResult>> suggest, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        if (await bans.IsBannedAsync(command.Server!.Value, command.Member.Id, cancellationToken))
        {
            await reply.RefuseAsync(SuggestionSentences.Banned, cancellationToken);
            return;
        }

        var result = await suggest();
        if (result is not SuggestResult.Made made)
        {
            await reply.RefuseAsync(SuggestionSentences.Of(result), cancellationToken);
            return;
        }

        await reply.WhisperAsync(SuggestionSentences.Of(result), cancellationToken);
        await notices.TellAsync(made, cancellationToken);
    }
}
