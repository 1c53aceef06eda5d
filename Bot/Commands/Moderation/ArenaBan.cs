using Arena.Core.Battles.Voting;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary><c>/arena ban</c>.</summary>
internal sealed class ArenaBan(BanDesk desk, Access access) : ISubcommand
{
    private const string Member = "member";
    private const string Reason = "reason";

    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "ban", "Keep a member out of this server's arena: no battles, no reports, and their votes do not count",
        CommandOption.Member(Member, "Who").Required(),
        CommandOption.Text(Reason, "Why; moderators see it").WithLength(max: 300));

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (command.Options.Member(Member) is not { } member)
        {
            await reply.RefuseAsync(ErrorText.BadOption(Member), cancellationToken);
            return;
        }

        if (Objection(command, member) is { } objection)
        {
            await reply.RefuseAsync(objection, cancellationToken);
            return;
        }

        await reply.ThinkQuietlyAsync(cancellationToken);
        var result = await desk.BanAsync(
            command.Server!.Value, member, NameOf(command.Options, member), ReasonOf(command.Options), command.Member.Id, cancellationToken);
        await reply.SayAsync(BanSentences.OfferExclusion(BanSentences.Of(result, member), member), cancellationToken);
    }

    private string? Objection(Interaction.SlashCommand command, MemberId member)
    {
        if (member == command.Member.Id)
            return BanSentences.Yourself;
        if (command.Options.User(Member) is { IsBot: true })
            return BanSentences.Bot;
        var moderates = access.IsOperator(member)
            || (command.Options.Membership(Member) is { } membership && access.IsModerator(command.Server!.Value, membership));
        return moderates ? BanSentences.Moderator(member) : null;
    }

    private static string NameOf(CommandOptions options, MemberId member) =>
        options.Membership(Member)?.DisplayName ?? options.User(Member)?.DisplayName ?? member.ToString();

    private static string? ReasonOf(CommandOptions options) => options.Text(Reason)?.Trim() is { Length: > 0 } reason ? reason : null;
}
