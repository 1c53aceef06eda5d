using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Ratings;

namespace Bot.Presentation.Leaderboards;

/// <summary>Which page of which board; what a page button carries.</summary>
/// <param name="System">What it ranks by.</param>
/// <param name="Category">One of <see cref="PromptCategories"/>; null for all.</param>
/// <param name="Everywhere">All servers, or the one where it is shown.</param>
/// <param name="StyleControlled">Whether length and layout are held equal; only under Bradley–Terry.</param>
/// <param name="Page">From 1; the page nearest to it is shown.</param>
internal sealed record BoardAddress(RatingSystem System, string? Category, bool Everywhere, bool StyleControlled, int Page)
{
    private const string Server = "server";
    private const string AllServers = "everywhere";
    private const string AllCategories = "all";
    private const string Plain = "plain";
    private const string Style = "style";

    /// <summary>The first page of a system's board of this server, all categories together.</summary>
    public static BoardAddress Of(RatingSystem system) => new(system, null, false, false, 1);

    /// <summary><c>board:bt:coding:server:plain:2</c>; far below Discord's 100 characters, since all its words are ours.</summary>
    public string ButtonId => string.Create(
        CultureInfo.InvariantCulture,
        $"{ButtonIds.Board}:{Word(System)}:{Category ?? AllCategories}:{(Everywhere ? AllServers : Server)}:{(StyleControlled ? Style : Plain)}:{Page}");

    /// <summary>What it counts, seen from a server.</summary>
    public Scope ScopeAt(ServerId here) => new(Everywhere ? null : here, Category);

    /// <summary>
    /// Reads what follows the verb, also in the form of former versions (<c>elo:server:2</c>); null if it is none of ours.
    /// </summary>
    public static BoardAddress? Parse(string subject) => subject.Split(':') switch
    {
        [var system, var category, var scope, var style, var page] => Read(system, category, scope, style, page),
        [var system, var scope, var page] => Read(system, AllCategories, scope, Plain, page),
        _ => null,
    };

    public static RatingSystem? ParseSystem(string word) => word switch
    {
        "bt" => RatingSystem.BradleyTerry,
        "elo" => RatingSystem.Elo,
        "score" => RatingSystem.Score,
        _ => null,
    };

    public static string Word(RatingSystem system) => system switch
    {
        RatingSystem.BradleyTerry => "bt",
        RatingSystem.Elo => "elo",
        RatingSystem.Score => "score",
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "No such system."),
    };

    private static BoardAddress? Read(string word, string category, string scope, string style, string number)
    {
        if (ParseSystem(word) is not { } system
            || (category != AllCategories && !PromptCategories.IsKnown(category))
            || scope is not (Server or AllServers)
            || style is not (Plain or Style)
            || (style == Style && system != RatingSystem.BradleyTerry)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
            return null;
        return new BoardAddress(system, category == AllCategories ? null : category, scope == AllServers, style == Style, page);
    }
}
