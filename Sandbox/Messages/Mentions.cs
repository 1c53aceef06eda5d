using System.Text.RegularExpressions;
using Sandbox.World;

namespace Sandbox.Messages;

/// <summary>Who is pinged by a text, given what is allowed.</summary>
internal static partial class Mentions
{
    public static void Apply(Message message, AllowedMentions allowed)
    {
        var guild = message.Channel.Guild;
        var users = UserMention().Matches(message.Content).Select(match => ulong.Parse(match.Groups[1].ValueSpan)).ToList();
        var mentioned = users.Where(id => guild.Members.ContainsKey(id) && (allowed.AllUsers || allowed.Users.Contains(id))).ToList();
        if (message.RepliesTo is { } replied && allowed.RepliedUser && !mentioned.Contains(replied.Author.Id))
            mentioned.Add(replied.Author.Id);
        message.MentionedUsers = [.. mentioned.Distinct()];
        message.MentionedRoles = [.. RoleMention().Matches(message.Content).Select(match => ulong.Parse(match.Groups[1].ValueSpan))
            .Where(id => guild.Roles.ContainsKey(id) && (allowed.AllRoles || allowed.Roles.Contains(id))).Distinct()];
        message.MentionsEveryone = allowed.Everyone && EveryoneMention().IsMatch(message.Content)
            && guild.Members.TryGetValue(message.Author.Id, out var author) && Rights.Of(author, message.Channel).HasFlag(Permission.MentionEveryone);
    }

    [GeneratedRegex(@"<@!?(\d{1,19})>")]
    private static partial Regex UserMention();

    [GeneratedRegex(@"<@&(\d{1,19})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex EveryoneMention();
}
