using System.Globalization;
using Arena.Core.Ratings;

namespace Bot.Presentation;

/// <summary>Which page of which board; what a page button carries.</summary>
internal sealed record BoardAddress(RatingSystem System, bool Everywhere, int Page)
{
    public static BoardAddress Default { get; } = new(RatingSystem.Elo, false, 1);

    /// <summary><c>board:elo:server:2</c>.</summary>
    public string ButtonId => string.Create(
        CultureInfo.InvariantCulture, $"{ButtonIds.Board}:{Word(System)}:{(Everywhere ? "everywhere" : "server")}:{Page}");

    /// <summary>Reads what follows the verb; null if it is none of ours.</summary>
    public static BoardAddress? Parse(string subject) => subject.Split(':') is [var word, var scope, var number]
        && ParseSystem(word) is { } system
        && scope is "everywhere" or "server"
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new BoardAddress(system, scope == "everywhere", page)
            : null;

    public static RatingSystem? ParseSystem(string word) => word switch
    {
        "elo" => RatingSystem.Elo,
        "score" => RatingSystem.Score,
        _ => null,
    };

    private static string Word(RatingSystem system) => system switch
    {
        RatingSystem.Elo => "elo",
        RatingSystem.Score => "score",
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "Has no board yet."),
    };
}
