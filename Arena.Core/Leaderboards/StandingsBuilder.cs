using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>Puts models in order of place.</summary>
internal static class StandingsBuilder
{
    /// <summary>By Score, then battles, both falling, then tag. All who fought have a place: Score itself holds back those who fought little.</summary>
    public static IReadOnlyList<Standing> ByScore(IReadOnlyCollection<RatedModel> models)
    {
        var rows = models
            .Where(m => m.Record.Battles > 0 && IsShown(m.Model))
            .Select(m => (Value: m, Score: Score.Of(m.Record.Wins, m.Record.Battles)))
            .OrderByDescending(r => r.Score)
            .ThenByDescending(r => r.Value.Record.Battles)
            .ThenBy(r => r.Value.Model.Tag, CodePointComparer.Instance)
            .ToList();
        var shared = SharedNames(models.Select(m => m.Model));
        var standings = new List<Standing>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var (model, score) = rows[i];
            var asBefore = i > 0 && rows[i - 1].Score.Equals(score) && rows[i - 1].Value.Record.Battles == model.Record.Battles;
            standings.Add(Standing(asBefore ? standings[^1].Rank : i + 1, model, score, shared));
        }

        return standings;
    }

    /// <summary>By rating, then tag; provisional models in the same order below, without a rank.</summary>
    public static IReadOnlyList<Standing> ByElo(IReadOnlyCollection<RatedModel> models, BoardOptions options)
    {
        var rows = models
            .Where(m => IsShown(m.Model))
            .OrderBy(m => m.Record.Battles < options.ProvisionalBattles)
            .ThenByDescending(m => m.Elo)
            .ThenBy(m => m.Model.Tag, CodePointComparer.Instance)
            .ToList();
        var shared = SharedNames(models.Select(m => m.Model));
        var standings = new List<Standing>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            int? rank = rows[i].Record.Battles < options.ProvisionalBattles ? null
                : i > 0 && rows[i - 1].Elo.Equals(rows[i].Elo) ? standings[^1].Rank
                : i + 1;
            standings.Add(Standing(rank, rows[i], rows[i].Elo, shared));
        }

        return standings;
    }

    /// <summary>By rating, then tag; provisional models in the same order below, without a rank.</summary>
    /// <param name="estimates">What the fit says.</param>
    /// <param name="roster">The models by tag; a rated model never leaves the roster.</param>
    public static IReadOnlyList<Standing> ByEstimate(
        IReadOnlyCollection<EstimatedModel> estimates, IReadOnlyDictionary<string, Model> roster)
    {
        var removed = estimates.Where(estimate => !IsShown(roster[estimate.Tag])).ToList();
        var shown = estimates.Where(estimate => IsShown(roster[estimate.Tag])).ToList();
        var shared = SharedNames(shown.Select(estimate => roster[estimate.Tag]));
        return
        [
            .. shown
                .OrderBy(e => e.Rank is null)
                .ThenByDescending(e => e.Rating)
                .ThenBy(e => e.Tag, CodePointComparer.Instance)
                .Select(e => new Standing(e.Rank - removed.Count(other => IsAbove(other, e)), roster[e.Tag], NameOf(roster[e.Tag], shared), e.Rating, e.Interval, e.Record)),
        ];
    }

    /// <summary>Models that were removed from the roster keep their battles and stand on no board.</summary>
    private static bool IsShown(Model model) => model.RemovedAt is null;

    // The rule of the ranks, see Ranking.ByInterval: one that is not shown pushes nobody down.
    private static bool IsAbove(EstimatedModel other, EstimatedModel model) =>
        other.Rank is not null && other.Interval is { } above && model.Interval is { } own && above.Lower > own.Upper;

    /// <summary>The display name, made fit to show; the tag where there is none.</summary>
    public static string NameOf(Model model) =>
        DisplayText.Clean(string.IsNullOrWhiteSpace(model.DisplayName) ? model.Tag : model.DisplayName);

    /// <summary>What two models are called beside each other: tags where they share a name.</summary>
    public static (string A, string B) NamesOf(Model a, Model b)
    {
        var (nameA, nameB) = (NameOf(a), NameOf(b));
        return nameA == nameB ? (DisplayText.Clean(a.Tag), DisplayText.Clean(b.Tag)) : (nameA, nameB);
    }

    private static Standing Standing(int? rank, RatedModel rated, double rating, HashSet<string> sharedNames) =>
        new(rank, rated.Model, NameOf(rated.Model, sharedNames), rating, Interval: null, rated.Record);

    /// <summary>What a model is called among others: its tag where it shares its name.</summary>
    public static string NameOf(Model model, HashSet<string> sharedNames) =>
        NameOf(model) is var name && sharedNames.Contains(name) ? DisplayText.Clean(model.Tag) : name;

    /// <summary>The names that several of these models have.</summary>
    public static HashSet<string> SharedNames(IEnumerable<Model> models) =>
        [.. models.GroupBy(NameOf, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
}
