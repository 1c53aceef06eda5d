using System.Diagnostics.CodeAnalysis;

namespace Arena.Core.Roster;

/// <summary>Why a model is flagged. Both come from outside.</summary>
/// <param name="Link">An http or https address where more is said, or null.</param>
public sealed record ModelFlag(string Reason, string? Link)
{
    /// <summary>The most characters of a reason, and of a link.</summary>
    public const int Longest = 300;

    /// <summary>Reads what somebody typed. <paramref name="why"/> is one plain sentence that says what is wrong.</summary>
    public static bool TryParse(string? reason, string? link, [NotNullWhen(true)] out ModelFlag? flag, [NotNullWhen(false)] out string? why)
    {
        var text = reason?.Trim() ?? "";
        var address = string.IsNullOrWhiteSpace(link) ? null : link.Trim();
        why = text.Length == 0 ? "A flag needs a reason that members can read."
            : text.Length > Longest ? $"The reason has {text.Length} characters; at most {Longest} are possible."
            : address is null ? null
            : address.Length > Longest ? $"The link has {address.Length} characters; at most {Longest} are possible."
            : IsAddress(address) ? null
            : "The link has to be a web address that begins with https:// or http://.";
        flag = why is null ? new ModelFlag(text, address) : null;
        return why is null;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '`' or '|');
}
