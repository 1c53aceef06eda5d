using Arena.Core.Storage;
using Bot.Discord.Messages;

namespace Bot.Presentation;

/// <summary>A page of the audit, for the moderator who asks.</summary>
internal static class AuditMessage
{
    public const int PageSize = 10;
    private const int Longest = 2_000;

    public static OutgoingMessage Compose(AuditPage page, AuditAddress address)
    {
        var pages = page.Pages == 1 ? "" : $" · page {Numbers.Count(page.Number)} of {Numbers.Count(page.Pages)}";
        var lines = page.Entries.Count == 0 ? ["Nothing was done that this asks for."] : page.Entries.Select(AuditWords.Line);
        var content = $"**Audit**{Filter(address)}{pages}\n{string.Join('\n', lines)}";
        return new OutgoingMessage
        {
            Content = content.Length <= Longest ? content : content[..content.LastIndexOf('\n', Longest - 1)],
            Components = PageButtons.Of(page.Number, page.Pages, to => (address with { Page = to }).ButtonId, "Newer", "Older"),
            Ephemeral = true,
        };
    }

    private static string Filter(AuditAddress address) =>
        (address.Noun is { } noun ? $" · {noun}" : "") + (address.Member is { } member ? $" · {Members.Mention(member)}" : "");
}
