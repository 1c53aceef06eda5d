using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Tests.EndToEnd;

/// <summary>Somebody who uses the arena, in a channel of their own, and what they hear where they may not.</summary>
internal sealed record Visitor(string Name, MemberClient Client, IReadOnlyDictionary<Whose, string> Refusals)
{
    public static readonly IReadOnlyDictionary<Whose, string> Owner = new Dictionary<Whose, string>();

    public static readonly IReadOnlyDictionary<Whose, string> ModeratorByRole = new Dictionary<Whose, string>
    {
        [Whose.Managers] = ModeratorsText.OnlyManagers,
    };

    public static readonly IReadOnlyDictionary<Whose, string> OwnerElsewhere = new Dictionary<Whose, string>
    {
        [Whose.RosterKeepers] = ErrorText.OnlyRosterKeepers,
    };

    public static readonly IReadOnlyDictionary<Whose, string> Member = new Dictionary<Whose, string>
    {
        [Whose.Moderators] = ErrorText.OnlyModerators,
        [Whose.Managers] = ErrorText.OnlyModerators,
        [Whose.RosterKeepers] = ErrorText.OnlyModerators,
    };

    /// <summary>Null where they may.</summary>
    public string? Refusal(Whose of) => Refusals.GetValueOrDefault(of);
}
