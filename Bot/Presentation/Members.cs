namespace Bot.Presentation;

/// <summary>How members are called in messages.</summary>
internal static class Members
{
    /// <summary>A mention, which pings nobody.</summary>
    public static string Mention(MemberId member) => member.IsForgotten ? "someone" : $"<@{member}>";
}
