using Arena.Core.Storage;
using Bot.Discord.Messages;

namespace Bot.Presentation.Moderation;

/// <summary>A page of the audit, for the moderator who asks.</summary>
internal static class AuditMessage
{
    public const int PageSize = 10;
    private const int Longest = 2_000;

    public static OutgoingMessage Compose(AuditPage page, AuditAddress address)
    {
        var pages = page.Pages == 1 ? "" : $" · page {Numbers.Count(page.Number)} of {Numbers.Count(page.Pages)}";
        List<string> lines =
        [
            $"**Audit**{Filter(address)}{pages}",
            .. page.Entries.Count == 0 ? ["Nothing was done that this asks for."] : page.Entries.Select(AuditWords.Line),
        ];
        // What the content does not hold an embed does (AuditWords.LongestLine): nothing that was done is left out.
        var first = lines.Count;
        while (lines.Take(first).Sum(line => line.Length + 1) > Longest)
            first--;
        return new OutgoingMessage
        {
            Content = string.Join('\n', lines.Take(first)),
            Embeds = first == lines.Count ? [] : [new Embed { Description = string.Join('\n', lines.Skip(first)) }],
            Components = PageButtons.Of(page.Number, page.Pages, to => (address with { Page = to }).ButtonId, "Newer", "Older"),
            Ephemeral = true,
        };
    }

    private static string Filter(AuditAddress address) =>
        (address.Noun is { } noun ? $" · {noun}" : "") + (address.Member is { } member ? $" · {Members.Mention(member)}" : "");
}
