using System.Globalization;
using System.Text;
using Arena.Core.Battles;
using Arena.Core.Battles.Showing;
using Arena.Core.Roster;
using Bot.Discord.Messages;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Battles;

/// <summary>
/// A battle's message in each of its states. While voting is open nothing in it depends on which models play, but the answers themselves.
/// </summary>
internal static class BattleMessage
{
    public const int Blue = 0x5B8DEF;
    public const int Orange = 0xF2994A;
    public const string PromptFile = "prompt.md";

    private const int LongestQuote = 1_700;                                  // of a content's 2,000
    private const int LongestFirstQuote = 700;                               // where a further question stands below the prompt
    private const int LongestQuestion = 900;
    private const int LongestContender = 40;                                 // each of two; whole in the titles
    private const int LongestAnswer = 4_096;
    private const int LongestAnswers = 5_100;                                // of 6,000 in all embeds: the rest is titles and the line below

    public static OutgoingMessage Compose(BattleView view)
    {
        var files = new List<OutgoingFile>();
        var head = Head(view.Battle, files);
        return view.Battle.State switch
        {
            BattleState.Queued => Plain(
                head, $"*{BattleSentences.Waiting(view)}*", CancelRow(view.Battle), [.. files, .. ConversationFiles.Earlier(view)]),
            BattleState.Generating => Generating(view, head, files),
            BattleState.Voting => WithAnswers(view, head, files) with { Components = VotingRows(view.Battle) },
            BattleState.Settled => WithAnswers(view, head, files) with { Components = [SettledRow(view.Battle)] },
            BattleState.Void => Void(view.Battle, head, files),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view.Battle.State, "No such state."),
        };
    }

    private static string Head(Battle battle, List<OutgoingFile> files)
    {
        var head = new StringBuilder(battle.Kind == BattleKind.Duel ? "**Duel**" : "**Battle**");
        if (battle.Source == PromptSource.Library)
            head.Append(" 🎲");
        head.Append(" · asked by ").Append(Members.Mention(battle.Starter));
        if (battle.Category is { } category)
            head.Append(" · ").Append(SafeText.Code(category));
        if (battle.Kind == BattleKind.Duel)
            head.Append(" · ").Append(Contender(battle.ModelA)).Append(" and ").Append(Contender(battle.ModelB));
        if (battle.IsPromptHidden)
            return head.Append('\n').Append(SafeText.Quote(HiddenParts.Line(battle))).ToString();
        if (battle.Question is not { } question)
            return head.Append('\n').Append(Quoted(battle.Prompt, PromptFile, LongestQuote, files)).ToString();
        return head.Append('\n').Append(Quoted(battle.Prompt, PromptFile, LongestFirstQuote, files))
            .Append(CultureInfo.InvariantCulture, $"\n**{battle.Turn}.**\n")
            .Append(Quoted(question, ConversationFiles.Question, LongestQuestion, files)).ToString();
    }

    private static string Contender(string tag) => SafeText.Code(TextBox.Plain(tag, LongestContender));

    private static string Quoted(string text, string file, int longest, List<OutgoingFile> files)
    {
        var quote = TextBox.Quote(text, longest, $"*continued in {file}*", quietLinks: true);
        if (quote.IsCut)
            files.Add(ConversationFiles.Text(file, text));
        return quote.Markdown;
    }

    private static OutgoingMessage Plain(string head, string line, ActionRow? row, IReadOnlyList<OutgoingFile> files) =>
        new() { Content = $"{head}\n\n{line}", Components = row is null ? [] : [row], Files = files };

    private static OutgoingMessage Generating(BattleView view, string head, IReadOnlyList<OutgoingFile> files)
    {
        view = HiddenParts.Without(view);
        var (boxA, boxB) = Boxes(view, "…", "…");
        return new OutgoingMessage
        {
            Content = view.Restarted ? $"{head}\n\n*{BattleSentences.Interrupted(view).TrimEnd()}*" : head,
            Embeds = [Box(Title(view, Side.A), Blue, boxA, view.A), Box(Title(view, Side.B), Orange, boxB, view.B)],
            Components = [CancelRow(view.Battle)],
            Files = [.. files, .. ConversationFiles.Earlier(view)],
        };
    }

    private static OutgoingMessage WithAnswers(BattleView view, string head, List<OutgoingFile> files)
    {
        view = HiddenParts.Without(view);
        var (boxA, boxB) = Boxes(view, Continued(Side.A), Continued(Side.B));
        files.AddRange(ConversationFiles.Of(view, boxA.IsCut, boxB.IsCut));
        var settled = view.Battle.State == BattleState.Settled;
        return new OutgoingMessage
        {
            Content = head,
            Embeds =
            [
                Box(Title(view, Side.A), Blue, boxA, null),
                Box(Title(view, Side.B), Orange, boxB, null),
                new Embed { Description = settled ? SettledLines(view) : BattleSentences.Voting(view.Battle) },
            ],
            Files = files,
        };
    }

    private static OutgoingMessage Void(Battle battle, string head, IReadOnlyList<OutgoingFile> files)
    {
        var reason = battle.VoidReason ?? VoidReason.ModelFailed;
        return Plain(head, $"*{BattleSentences.Void(reason, battle.Kind)}*", reason.MayTryAgain() ? TryAgainRow(battle) : null, files);
    }

    private static (TextBox A, TextBox B) Boxes(BattleView view, string belowA, string belowB)
    {
        var wholeA = TextBox.Fit(view.A.Text, LongestAnswer, belowA);
        var wholeB = TextBox.Fit(view.B.Text, LongestAnswer, belowB);
        var (a, b) = FairShares.Of(wholeA.Markdown.Length, wholeB.Markdown.Length, LongestAnswer, LongestAnswers);
        return (
            a < wholeA.Markdown.Length ? TextBox.Fit(view.A.Text, a, belowA) : wholeA,
            b < wholeB.Markdown.Length ? TextBox.Fit(view.B.Text, b, belowB) : wholeB);
    }

    private static Embed Box(string title, int color, TextBox box, AnswerView? writing) => new()
    {
        Title = title,
        Color = color,
        Description = box.Markdown.Length > 0 ? box.Markdown : writing is null ? "*Nothing that can be seen.*" : null,
        Footer = writing is { IsComplete: false } ? "answering…" : null,
    };

    private static string Continued(Side side) => $"*continued in {ConversationFiles.Answer(side)}*";

    // Names stand here only once nothing is left to vote on, whatever the view knows.
    private static string Title(BattleView view, Side side)
    {
        var model = side == Side.A ? view.A.Model : view.B.Model;
        if (model is null || view.Battle is { Kind: BattleKind.Battle, State: not BattleState.Settled })
            return side.ToString();
        var mark = (view.Battle.Kind, model.Status) switch
        {
            (BattleKind.Duel, ModelStatus.Flagged) => " · flagged",
            (BattleKind.Duel, ModelStatus.Retired) => " · retired",
            _ => "",
        };
        return $"{side} · {ModelNames.WithSize(model)}{mark}";
    }

    private static string SettledLines(BattleView view)
    {
        string?[] lines =
        [
            BattleSentences.Ending(view),
            BattleSentences.Speeds(view.A.Stats, view.B.Stats),
            view.IsPresetUsual ? null : $"Preset {SafeText.Code(view.Battle.Preset.Name)}.",
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static ActionRow CancelRow(Battle battle) => new(new Component.Button(ButtonIds.About(ButtonIds.Cancel, battle.Id), "Cancel"));

    private static IReadOnlyList<ActionRow> VotingRows(Battle battle) =>
        battle.IsSecret ? [VoteRow(battle), RevealRow(battle)] : [RevealRow(battle)];

    private static ActionRow VoteRow(Battle battle) => new([.. ChoiceEmoji.All.Select(choice => new Component.Button(
        ButtonIds.About(battle.Id, choice), Capital(ChoiceEmoji.Name(choice)), Emoji: ChoiceEmoji.Of(choice)))]);

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    // Shown to everybody, as Reveal is: who may press it is looked at then, and whether somebody has voted is nothing to show.
    private static ActionRow RevealRow(Battle battle)
    {
        var reveal = new Component.Button(ButtonIds.About(ButtonIds.Reveal, battle.Id), "Reveal", ButtonStyle.Primary);
        return battle.MayGoOn ? new(reveal, new Component.Button(ButtonIds.About(ButtonIds.AskFurther, battle.Id), "Ask further")) : new(reveal);
    }

    private static ActionRow SettledRow(Battle battle) => battle.Kind == BattleKind.Duel
        ? new(
            new Component.Button(ButtonIds.About(ButtonIds.SamePrompt, battle.Id), "Same duel again", Disabled: battle.IsPromptHidden),
            new Component.Button(ButtonIds.NewBattle, "New battle"))
        : new(
            new Component.Button(ButtonIds.NewBattle, "New battle", ButtonStyle.Primary),
            new Component.Button(ButtonIds.About(ButtonIds.SamePrompt, battle.Id), "Same prompt again", Disabled: battle.IsPromptHidden),
            new Component.Button(ButtonIds.Board, "Leaderboard"));

    private static ActionRow TryAgainRow(Battle battle) =>
        new(new Component.Button(ButtonIds.About(ButtonIds.TryAgain, battle.Id), "Try again", ButtonStyle.Primary));
}
