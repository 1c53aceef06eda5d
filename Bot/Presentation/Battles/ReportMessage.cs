using System.Text;
using Arena.Core.Battles;
using Arena.Core.Integrity;
using Bot.Discord.Messages;

namespace Bot.Presentation.Battles;

/// <summary>What members see who report something, and what moderators see of it.</summary>
internal static class ReportMessage
{
    public const string Reason = "reason";
    public const int LongestReason = 300;

    public const string Done = "It is hidden until a moderator has looked. Votes in this battle count as before.";
    public const string AlreadyReported = "You have reported this already; a moderator will look.";
    public const string NothingReported = "Nothing of such a battle was reported here.";
    public const string NotYet = "There is nothing to report yet: both answers have to be complete first. The one who asked can cancel the battle.";
    public const string NoResult = "This battle ended without answers, so there is nothing to report.";

    public const string Banned = "You can not report here: a moderator of this server has banned you from the arena.";
    public const string HiddenPrompt = "This battle's prompt is hidden after a report, so it can not be asked again.";

    public const string TextsDropped = "The texts of this battle are not kept any more, so I can not hide them. A moderator can delete the message.";

    private const int LongestReasons = 1_000;

    private static readonly (string Label, string Value, ReportedParts Parts)[] Choices =
    [
        ("Answer A", "A", ReportedParts.A),
        ("Answer B", "B", ReportedParts.B),
        ("Both answers", "AB", ReportedParts.A | ReportedParts.B),
        ("The prompt", "Prompt", ReportedParts.Prompt),
        ("All of it", "All", ReportedParts.A | ReportedParts.B | ReportedParts.Prompt),
    ];

    public static OutgoingMessage Ask(Battle battle) => new()
    {
        Content = "What should not be shown? It is hidden at once, until a moderator has looked.",
        Ephemeral = true,
        Components =
        [
            new ActionRow(new Component.Select(
                ButtonIds.About(ButtonIds.Report, battle.Id), [.. Choices.Select(choice => new SelectOption(choice.Label, choice.Value))], "Choose what")),
        ],
    };

    public static Modal AskWhy(BattleId battle, string choice) => new(
        $"{ButtonIds.About(ButtonIds.ReportWhy, battle)}:{choice}", "Report battle",
        new TextField(Reason, "What is wrong with it?", Paragraph: true, Required: false, MaxLength: LongestReason, Description: "It goes into the notice to the moderators. You may leave it empty."));

    /// <summary>What a choice of the menu stands for; null for what it does not offer.</summary>
    public static ReportedParts? Read(string value) =>
        Choices.Where(choice => choice.Value == value).Select(choice => (ReportedParts?)choice.Parts).FirstOrDefault();

    public static string TooMany(int limit) =>
        $"{Numbers.Count(limit, "report")} of yours of the last day are waiting for a moderator. The next is possible when one of them is looked at.";

    public static string Judged(ReportState state) => state == ReportState.Hidden
        ? "A moderator has looked at this already and hid it."
        : "A moderator has looked at this already and let it stand.";

    public static string NotVotable(BattleState state) => state switch
    {
        BattleState.Void => NoResult,
        BattleState.Settled => TextsDropped,
        _ => NotYet,
    };

    /// <summary>The notice to the moderators. Says nothing of what was hidden.</summary>
    public static OutgoingMessage Notice(ReportCase reported)
    {
        var text = new StringBuilder($"**Reported** · {Parts(reported.Parts)} of battle {reported.Battle.Id} by {Numbers.Count(reported.Members, "member")}");
        if (reported.Battle.Message is { } message)
            text.Append($" · {MessageLinks.To(reported.Battle.Server, reported.Battle.Channel, message)}");
        var reasons = string.Join('\n', reported.Reasons.Select(reason => $"• {reason.ReplaceLineEndings(" ")}"));
        if (reasons.Length > 0)
            text.Append('\n').Append(TextBox.Quote(reasons, LongestReasons, "*and more*").Markdown);
        text.Append('\n').Append(State(reported));
        return new OutgoingMessage { Content = text.ToString(), Components = [Buttons(reported)], SuppressEmbeds = true };
    }

    /// <summary>The hidden texts, as files that are opened on purpose.</summary>
    public static OutgoingMessage Texts(ReportCase reported, string questions, IReadOnlyDictionary<Side, string> answers)
    {
        if (reported.Battle.AreTextsDropped)
            return OutgoingMessage.Whisper("The texts of this battle are not kept any more; the message shows what it showed last.");
        var files = answers.OrderBy(answer => answer.Key).Select(answer => TextFile(ConversationFiles.Answer(answer.Key), answer.Value)).ToList();
        if (reported.Parts.HasFlag(ReportedParts.Prompt))
            files.Insert(0, TextFile(BattleMessage.PromptFile, questions));
        return new OutgoingMessage { Content = $"What was reported of battle {reported.Battle.Id}:", Files = files, Ephemeral = true };
    }

    public static string Already(ReportCase reported) => $"This is decided already. {State(reported)}";

    private static string State(ReportCase reported) => reported switch
    {
        { State: ReportState.Open } => "It is hidden until one of you has looked; votes in this battle count as before.",
        { State: ReportState.Hidden, DecidedBy: { } by, DecidedAt: { } at } => $"{Members.Mention(by)} keeps it hidden, {DiscordTime.Relative(at)}.",
        { DecidedBy: { } by, DecidedAt: { } at } => $"{Members.Mention(by)} shows it again, {DiscordTime.Relative(at)}.",
        _ => "Decided.",
    };

    private static ActionRow Buttons(ReportCase reported)
    {
        var look = new Component.Button(ButtonIds.About(ButtonIds.ReportLook, reported.Battle.Id), "Show me");
        var show = new Component.Button(ButtonIds.About(ButtonIds.ReportShow, reported.Battle.Id), "Show again");
        var hide = new Component.Button(ButtonIds.About(ButtonIds.ReportHide, reported.Battle.Id), "Keep hidden", ButtonStyle.Danger);
        return reported.State switch
        {
            ReportState.Open => new ActionRow(look, show, hide),
            ReportState.Hidden => new ActionRow(look, show),
            _ => new ActionRow(look, hide),
        };
    }

    /// <summary><c>both answers and the prompt</c>.</summary>
    public static string Parts(ReportedParts parts)
    {
        var answers = (parts & (ReportedParts.A | ReportedParts.B)) switch
        {
            ReportedParts.A => "answer A",
            ReportedParts.B => "answer B",
            ReportedParts.None => "",
            _ => "both answers",
        };
        var prompt = parts.HasFlag(ReportedParts.Prompt) ? "the prompt" : "";
        return string.Join(" and ", new[] { answers, prompt }.Where(part => part.Length > 0));
    }

    private static OutgoingFile TextFile(string name, string text) => new($"SPOILER_{name}", Encoding.UTF8.GetBytes(text), "text/markdown");
}
