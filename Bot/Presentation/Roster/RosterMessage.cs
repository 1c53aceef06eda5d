using System.Globalization;
using System.Text;
using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;

namespace Bot.Presentation.Roster;

/// <summary>The roster as text, a page at a time: those that play first, those that are retired last.</summary>
internal static class RosterMessage
{
    private const int PerPage = 15;
    private const int LongestReason = 80;
    private const int LongestLine = 255;                                     // fifteen of them, with headings, in the 4,096 of an embed

    /// <param name="benchedHere">Tags that do not play in the server where it is shown.</param>
    /// <param name="page">From 1; the page nearest to it is shown.</param>
    public static OutgoingMessage Compose(IReadOnlyList<Model> roster, IReadOnlySet<string> benchedHere, int page)
    {
        if (roster.Count == 0)
            return OutgoingMessage.Text("There is no model on the roster. A moderator can add some with /model add.");
        var pages = (roster.Count + PerPage - 1) / PerPage;
        page = Math.Clamp(page, 1, pages);
        var shown = roster
            .OrderBy(model => Group(model, benchedHere)).ThenBy(model => model.Tag, StringComparer.Ordinal)
            .Skip((page - 1) * PerPage).Take(PerPage);
        var text = string.Join("\n\n", shown
            .GroupBy(model => Group(model, benchedHere))
            .Select(group => string.Join('\n', [.. Heading(group.Key), .. group.Select(Line)])));
        var playing = Numbers.Count(roster.Count(model => Group(model, benchedHere) == RosterGroup.Playing), "model");
        var title = pages == 1 ? $"{playing} can play" : $"{playing} can play · page {page} of {pages}";
        return new OutgoingMessage
        {
            Embeds = [new Embed { Title = title, Description = text, Color = BattleMessage.Blue }],
            Components = PageButtons.Of(page, pages, to => string.Create(CultureInfo.InvariantCulture, $"{ButtonIds.Roster}:{to}")),
        };
    }

    private enum RosterGroup
    {
        Playing,
        BenchedHere,
        Benched,
        Flagged,
        Retired,
    }

    private static RosterGroup Group(Model model, IReadOnlySet<string> benchedHere) => model.Condition switch
    {
        ModelCondition.Playing => benchedHere.Contains(model.Tag) ? RosterGroup.BenchedHere : RosterGroup.Playing,
        ModelCondition.Benched => RosterGroup.Benched,
        ModelCondition.Flagged => RosterGroup.Flagged,
        _ => RosterGroup.Retired,
    };

    private static IEnumerable<string> Heading(RosterGroup group) => group switch
    {
        RosterGroup.BenchedHere => ["**Benched in this server**"],
        RosterGroup.Benched => ["**Benched after failing again and again**"],
        RosterGroup.Flagged => ["**Flagged**"],
        RosterGroup.Retired => ["**Retired**"],
        _ => [],
    };

    private static string Line(Model model)
    {
        var isNamed = model.DisplayName != model.Tag && DisplayText.Clean(model.DisplayName) is { Length: > 0 };
        string[] parts =
        [
            isNamed ? SafeText.Plain(DisplayText.Clean(model.DisplayName)) : "",
            ModelNames.Details(model),
            ModelNames.Kind(model.Kind),
            model.IsAgeRestricted ? "age-restricted channels only" : "",
            model.Flag is { } flag ? SafeText.Plain(TextBox.Plain(flag.Reason, LongestReason)) : "",
        ];
        var mark = model.Condition == ModelCondition.Flagged ? StandingsText.FlaggedMark : ModelNames.KindIcon(model.Kind);
        var line = new StringBuilder($"{mark} {SafeText.Code(TextBox.Plain(model.Tag, 100))}");
        foreach (var part in parts.Where(part => part.Length > 0 && line.Length + part.Length + 3 <= LongestLine))
            line.Append(" · ").Append(part);
        return line.ToString();
    }
}
