using Arena.Core.Battles;
using Arena.Core.Battles.Showing;

namespace Bot.Presentation.Battles;

/// <summary>What stands in the place of a prompt or an answer that was reported.</summary>
internal static class HiddenParts
{
    public const string Waiting = "*Hidden: somebody reported it; a moderator will look.*";
    public const string Judged = "*Hidden by a moderator, after a report.*";

    public static string Line(Battle battle) => battle.IsReported ? Waiting : Judged;

    /// <summary>The view with that line for each answer that nobody is shown. The line is short, so no file comes of it.</summary>
    public static BattleView Without(BattleView view) => view.Battle.Hidden == Sides.None ? view : view with
    {
        A = Of(view, view.A, Sides.A),
        B = Of(view, view.B, Sides.B),
    };

    private static AnswerView Of(BattleView view, AnswerView answer, Sides side) =>
        view.Battle.Hidden.HasFlag(side) ? answer with { Text = Line(view.Battle) } : answer;
}
