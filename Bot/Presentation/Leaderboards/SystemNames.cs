using Arena.Core.Ratings;

namespace Bot.Presentation.Leaderboards;

/// <summary>What rating systems are called.</summary>
internal static class SystemNames
{
    public static string Of(RatingSystem system) => system switch
    {
        RatingSystem.BradleyTerry => "Bradley–Terry",
        RatingSystem.Elo => "Elo",
        RatingSystem.Score => "Score",
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "No such system."),
    };
}
