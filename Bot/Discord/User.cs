namespace Bot.Discord;

/// <summary>A Discord account, person or bot.</summary>
/// <param name="Name">The unique user name, such as <c>alice</c>.</param>
/// <param name="DisplayName">What clients show: the global display name, else the user name.</param>
public sealed record User(MemberId Id, string Name, string DisplayName, bool IsBot);
