using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Ratings;

namespace Bot.Presentation.Leaderboards;

/// <summary>Which page of which chart; what a page button carries.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="System">The rating that models are put in order by, where the chart has one.</param>
/// <param name="Category">One of <see cref="PromptCategories"/>; null for all.</param>
/// <param name="Everywhere">All servers, or the one where it is shown.</param>
/// <param name="Page">From 1; the page nearest to it is shown.</param>
internal sealed record ChartAddress(ChartKind Kind, RatingSystem System, string? Category, bool Everywhere, int Page)
{
    private const string Server = "server";
    private const string AllServers = "everywhere";
    private const string AllCategories = "all";

    /// <summary><c>chart:wins:elo:coding:server:2</c>; far below Discord's 100 characters, since all its words are ours.</summary>
    public string ButtonId => string.Create(
        CultureInfo.InvariantCulture,
        $"{ButtonIds.Chart}:{ChartKinds.Word(Kind)}:{BoardAddress.Word(System)}:{Category ?? AllCategories}:{(Everywhere ? AllServers : Server)}:{Page}");

    /// <summary>What it counts, seen from a server.</summary>
    public Scope ScopeAt(ServerId here) => new(Everywhere ? null : here, Category);

    /// <summary>Reads what follows the verb; null if it is none of ours.</summary>
    public static ChartAddress? Parse(string subject) => subject.Split(':') is [var kindWord, var systemWord, var category, var scope, var number]
        && ChartKinds.Parse(kindWord) is { } kind
        && BoardAddress.ParseSystem(systemWord) is { } system
        && (category == AllCategories || PromptCategories.IsKnown(category))
        && scope is Server or AllServers
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new ChartAddress(kind, system, category == AllCategories ? null : category, scope == AllServers, page)
            : null;
}
