using System.Globalization;
using System.Text;
using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Showing;
using Bot.Discord.Messages;

namespace Bot.Presentation.Battles;

/// <summary>The files of a battle's message: what does not fit in a box, and each side's whole conversation once there is more than one turn.</summary>
internal static class ConversationFiles
{
    public const string Question = "question.md";

    private const string Hidden = "*Hidden after a report.*";

    public static string Answer(Side side) => side == Side.A ? "answer-a.md" : "answer-b.md";

    /// <summary>Of a battle whose last turn is answered.</summary>
    /// <param name="isCutA">A's last answer does not fit in its box.</param>
    /// <param name="isCutB">The same of B.</param>
    public static IEnumerable<OutgoingFile> Of(BattleView view, bool isCutA, bool isCutB)
    {
        if (view.Earlier.Count > 0)
            return Whole(view, [.. view.Earlier, new AnsweredTurn(view.Battle.Question ?? view.Battle.Prompt, view.A.Text, view.B.Text)]);
        return new[] { (Side.A, isCutA, view.A.Text), (Side.B, isCutB, view.B.Text) }
            .Where(side => side.Item2).Select(side => Text(Answer(side.Item1), side.Text));
    }

    /// <summary>Of the turns before the one that waits or is being answered.</summary>
    public static IEnumerable<OutgoingFile> Earlier(BattleView view) => view.Earlier.Count > 0 ? Whole(view, view.Earlier) : [];

    public static OutgoingFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text), "text/markdown");

    // Nobody is shown any turn of an answer that was reported.
    private static IEnumerable<OutgoingFile> Whole(BattleView view, IReadOnlyList<AnsweredTurn> turns) =>
        from side in new[] { (Side: Side.A, Flag: Sides.A), (Side: Side.B, Flag: Sides.B) }
        where !view.Battle.Hidden.HasFlag(side.Flag)
        select Text(Answer(side.Side), string.Join("\n\n---\n\n", turns.Select((turn, i) => One(view.Battle, turn, i + 1, side.Side))));

    private static string One(Battle battle, AnsweredTurn turn, int number, Side side) => string.Create(
        CultureInfo.InvariantCulture,
        $"**{number}. Question**\n\n{(battle.IsPromptHidden ? Hidden : turn.Question)}\n\n**{number}. Answer of {side}**\n\n{turn.Of(side)}\n");
}
