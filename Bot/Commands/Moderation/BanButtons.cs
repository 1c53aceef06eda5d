using Arena.Core.Battles.Voting;
using Arena.Core.Integrity;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary>What a moderator can do with the past votes of a member who is banned: take them out of the ratings, and put them back.</summary>
internal sealed class BanButtons(BanDesk bans, ExclusionDesk exclusions, Access access) : IButtons
{
    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.BanExclude, ButtonIds.BanInclude];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (access.ModeratorRefusal(button) is { } refusal)
        {
            await reply.WhisperAsync(refusal, cancellationToken);
            return;
        }

        if (BanSentences.Parse(subject) is not { } member)
        {
            await reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
            return;
        }

        // Computing all ratings again may take longer than Discord waits.
        await reply.ThinkQuietlyAsync(cancellationToken);
        await (verb == ButtonIds.BanExclude
            ? ExcludeAsync(button, member, reply, cancellationToken)
            : IncludeAsync(button, member, reply, cancellationToken));
    }

    private async Task ExcludeAsync(Interaction.Button button, MemberId member, Reply reply, CancellationToken cancellationToken)
    {
        var server = button.Server!.Value;
        if (!await bans.IsBannedAsync(server, member, cancellationToken))
            await reply.WhisperAsync(BanSentences.NotBannedAnyMore(member), cancellationToken);
        else if (await exclusions.StandingAsync(server, member, cancellationToken) is { Count: > 0 })
            await reply.SayAsync(BanSentences.OfferBack(BanSentences.ExcludedAlready(member), member), cancellationToken);
        else if (await exclusions.ExcludeAsync(
            new ExclusionRequest(server, [member], "banned", button.Member.Id), cancellationToken) is ExcludeResult.Excluded { Count: var count })
            await reply.SayAsync(BanSentences.OfferBack(BanSentences.Excluded(member, count), member), cancellationToken);
        else
            await reply.WhisperAsync(BanSentences.NoBallots(member), cancellationToken);
    }

    private async Task IncludeAsync(Interaction.Button button, MemberId member, Reply reply, CancellationToken cancellationToken)
    {
        var server = button.Server!.Value;
        var (ballots, battles, any) = (0, 0, false);
        foreach (var id in await exclusions.StandingAsync(server, member, cancellationToken))
        {
            if (await exclusions.RestoreAsync(server, id, button.Member.Id, cancellationToken) is not RestoreResult.Restored { Count: var count })
                continue;
            (ballots, battles, any) = (ballots + count.Ballots, battles + count.Battles, true);
        }

        await reply.WhisperAsync(any ? BanSentences.Included(member, ballots, battles) : BanSentences.NothingExcluded(member), cancellationToken);
    }
}
