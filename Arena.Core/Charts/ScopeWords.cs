using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Charts;

/// <summary>What a picture says about where its numbers come from.</summary>
internal static class ScopeWords
{
    public static string System(RatingSystem system) => system switch
    {
        RatingSystem.Score => "Score",
        RatingSystem.Elo => "Elo",
        RatingSystem.BradleyTerry => "Bradley–Terry",
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "No such system."),
    };

    /// <summary><c>coding</c> or <c>all categories</c>.</summary>
    public static string Category(Scope scope) => scope.Category ?? "all categories";

    /// <summary>The server's name where it is known, <c>this server</c>, or <c>everywhere</c>.</summary>
    public static string Place(Scope scope, string? serverName) =>
        scope.Server is null ? "everywhere" : serverName is null ? "this server" : DisplayText.Clean(serverName);
}
