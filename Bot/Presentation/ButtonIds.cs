using System.Globalization;
using Arena.Core.Battles;
using Bot.Presentation.Battles;

namespace Bot.Presentation;

/// <summary>
/// What buttons and menus carry: a verb, and what it is about after a colon. They come back from outside and are read with care: members can send
/// any text, and buttons of former versions stay on their messages for years.
/// </summary>
internal static class ButtonIds
{
    public const string Reveal = "reveal";
    public const string Cancel = "cancel";
    public const string AskFurther = "further";
    public const string EditQuestion = "further-edit";
    public const string NewBattle = "battle";
    public const string SamePrompt = "same";
    public const string TryAgain = "again";
    public const string Board = "board";
    public const string Category = "category";
    public const string Chart = "chart";
    public const string Vote = "vote";
    public const string Pull = "pull";
    public const string PullCancel = "pull-cancel";
    public const string PullAgain = "pull-again";
    public const string PullAdd = "pull-add";
    public const string RosterAdd = "roster-add";
    public const string Forget = "forget";
    public const string Audit = "audit";

    public const string PromptList = "prompts";
    public const string PromptBattle = "prompt-battle";
    public const string PromptAnother = "prompt-another";
    public const string SuggestionLook = "suggestions";
    public const string SuggestionNext = "suggestion-next";
    public const string SuggestionApprove = "suggestion-approve";
    public const string SuggestionDecline = "suggestion-decline";
    public const string Settings = "settings";

    public const string Roster = "roster";
    public const string RemoveModel = "remove-model";
    public const string DeleteModel = "delete-model";
    public const string KeepModel = "keep-model";
    public const string RestoreModel = "restore-model";

    public const string Suspicion = "suspicion";
    public const string SuspicionExclude = "exclude";
    public const string SuspicionWho = "suspects";
    public const string SuspicionDismiss = "harmless";
    public const string SuspicionTakeBack = "include";
    public const string BanExclude = "ban-exclude";
    public const string BanInclude = "ban-include";
    public const string Report = "report";
    public const string ReportWhy = "report-why";
    public const string ReportLook = "report-look";
    public const string ReportShow = "report-show";
    public const string ReportHide = "report-hide";

    public static string About(string verb, BattleId battle) => $"{verb}:{battle}";

    /// <summary>A choice in a secret ballot.</summary>
    public static string About(BattleId battle, Choice choice) => $"{Vote}:{battle}:{choice}";

    /// <summary>A question that follows a turn of a battle.</summary>
    public static string About(BattleId battle, int turn) => string.Create(CultureInfo.InvariantCulture, $"{AskFurther}:{battle}:{turn}");

    public static (string Verb, string Subject) Split(string customId)
    {
        var colon = customId.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (customId, "") : (customId[..colon], customId[(colon + 1)..]);
    }

    /// <summary>What the button of a secret ballot is about; null for anything else.</summary>
    public static (BattleId Battle, Choice Choice)? ParseVote(string subject)
    {
        var (battle, choice) = Split(subject);
        return ParseBattle(battle) is { } id && ChoiceEmoji.All.Where(known => known.ToString() == choice).ToList() is [var chosen]
            ? (id, chosen)
            : null;
    }

    /// <summary>What the form of a further question is about; null for anything else.</summary>
    public static (BattleId Battle, int Turn)? ParseQuestion(string subject)
    {
        var (battle, turn) = Split(subject);
        return ParseBattle(battle) is { } id && int.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (id, number) : null;
    }

    public static BattleId? ParseBattle(string subject) =>
        long.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? new BattleId(id) : null;
}
