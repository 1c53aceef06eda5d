using System.Globalization;

namespace Bot.Presentation;

/// <summary>Moments as Discord shows them: everyone reads their own clock.</summary>
internal static class DiscordTime
{
    /// <summary><c>in 10 minutes</c>, counting.</summary>
    public static string Relative(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{moment.ToUnixTimeSeconds()}:R>");

    /// <summary>Date and time.</summary>
    public static string Short(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{moment.ToUnixTimeSeconds()}:f>");
}
