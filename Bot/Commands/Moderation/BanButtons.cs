using Arena.Core.Battles.Voting;
using Arena.Core.Integrity;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
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
        await reply.TouchAsync(cancellationToken);
        var (server, by) = (button.Server!.Value, button.Member.Id);
        var after = await (verb == ButtonIds.BanExclude
            ? ExcludeAsync(server, member, by, cancellationToken)
            : IncludeAsync(server, member, by, cancellationToken));
        await reply.EditTouchedAsync(after.AsEdit(), cancellationToken);
    }

    private async Task<OutgoingMessage> ExcludeAsync(ServerId server, MemberId member, MemberId by, CancellationToken cancellationToken)
    {
        if (!await bans.IsBannedAsync(server, member, cancellationToken))
            return OutgoingMessage.Whisper(BanSentences.NotBannedAnyMore(member));
        if (await exclusions.StandingAsync(server, member, cancellationToken) is { Count: > 0 })
            return BanSentences.OfferBack(BanSentences.ExcludedAlready(member), member);
        return await exclusions.ExcludeAsync(new ExclusionRequest(server, [member], "banned", by), cancellationToken) switch
        {
            ExcludeResult.Excluded { Count: var count } => BanSentences.OfferBack(BanSentences.Excluded(member, count), member),
            _ => OutgoingMessage.Whisper(BanSentences.NoBallots(member)),
        };
    }

    private async Task<OutgoingMessage> IncludeAsync(ServerId server, MemberId member, MemberId by, CancellationToken cancellationToken)
    {
        var (ballots, battles, any) = (0, 0, false);
        foreach (var id in await exclusions.StandingAsync(server, member, cancellationToken))
        {
            if (await exclusions.RestoreAsync(server, id, by, cancellationToken) is not RestoreResult.Restored { Count: var count })
                continue;
            (ballots, battles, any) = (ballots + count.Ballots, battles + count.Battles, true);
        }

        var sentence = any ? BanSentences.Included(member, ballots, battles) : BanSentences.NothingExcluded(member);
        return await bans.IsBannedAsync(server, member, cancellationToken)
            ? BanSentences.OfferExclusion(sentence, member)
            : OutgoingMessage.Whisper(sentence);
    }
}
