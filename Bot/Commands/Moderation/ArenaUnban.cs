using System.Globalization;
using Arena.Core.Battles.Voting;
using Arena.Core.Integrity;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary><c>/arena unban</c>. Typing shows who is banned and why; Discord's own choice of members would not show those who left.</summary>
internal sealed class ArenaUnban(BanDesk desk, ExclusionDesk exclusions) : ISubcommand
{
    private const string Member = "member";

    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "unban", "Let a banned member back into this server's arena",
        CommandOption.Text(Member, "Who; shows all who are banned, with the reason").Required().WithAutocomplete());

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (Parse(command.Options.Text(Member)) is not { } member)
        {
            await reply.WhisperAsync(BanSentences.Unknown, cancellationToken);
            return;
        }

        await reply.ThinkQuietlyAsync(cancellationToken);
        var result = await desk.UnbanAsync(command.Server!.Value, member, command.Member.Id, cancellationToken);
        var excluded = await exclusions.StandingAsync(command.Server!.Value, member, cancellationToken);
        var sentence = BanSentences.Of(result, member);
        await reply.SayAsync(excluded.Count > 0 ? BanSentences.OfferBack(sentence, member) : OutgoingMessage.Whisper(sentence), cancellationToken);
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        if (typing.Server is not { } server || typing.Options.Focused is not { } focused)
            return [];
        var typed = focused.Typed.Trim().TrimStart('@');
        return
        [
            .. (await desk.ListAsync(server, cancellationToken))
                .Select(ban => (Label: BanSentences.Label(ban), ban.Member))
                .Where(ban => ban.Label.Contains(typed, StringComparison.OrdinalIgnoreCase) || ban.Member.ToString() == typed)
                .Take(25)
                .Select(ban => OptionChoice.Of(ban.Label, ban.Member.ToString())),
        ];
    }

    /// <summary>An id, as the list gives it, or a mention, as who types <c>@name</c> sends it.</summary>
    private static MemberId? Parse(string? text)
    {
        var id = text?.Trim() is { } mention && mention.StartsWith("<@", StringComparison.Ordinal) && mention.EndsWith('>')
            ? mention[2..^1].TrimStart('!')
            : text?.Trim();
        return ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new MemberId(value) : null;
    }
}
