using System.Globalization;

namespace Bot.Presentation.Moderation;

/// <summary>Which page of the audit; what a page button carries.</summary>
/// <param name="Member">Null for everybody.</param>
/// <param name="Noun">One of <see cref="AuditWords.Nouns"/>; null for everything.</param>
/// <param name="Page">From 1; the page nearest to it is shown.</param>
internal sealed record AuditAddress(MemberId? Member, string? Noun, int Page)
{
    private const string All = "all";

    /// <summary><c>audit:all:model:2</c>.</summary>
    public string ButtonId => string.Create(CultureInfo.InvariantCulture, $"{ButtonIds.Audit}:{Member?.ToString() ?? All}:{Noun ?? All}:{Page}");

    /// <summary>Reads what follows the verb; null if it is none of ours.</summary>
    public static AuditAddress? Parse(string subject)
    {
        if (subject.Split(':') is not [var who, var noun, var number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            || (noun != All && !AuditWords.Nouns.Contains(noun)))
            return null;
        if (who == All)
            return new AuditAddress(null, noun == All ? null : noun, page);
        return ulong.TryParse(who, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new AuditAddress(new MemberId(id), noun == All ? null : noun, page)
            : null;
    }
}
