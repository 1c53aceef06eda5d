using System.Globalization;
using Arena.Core.Inference;
using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using Bot.Discord.Messages;
using Bot.Presentation.Leaderboards;

namespace Bot.Presentation.Roster;

/// <summary>What moderators are told of their changes to the roster.</summary>
internal static class RosterSentences
{
    private const int FewestToDraw = 2;

    public static string Retired(Model model) => $"{Name(model)} plays no more. It keeps its rating; /model restore brings it back.";

    public static string RetiredAlready(Model model) => $"{Name(model)} is retired already.";

    public static string Restored(Model model, bool isMissing) => isMissing
        ? $"{Name(model)} is back in play, but no node holds it now: its battles fail until it is pulled again."
        : $"{Name(model)} plays again, with its old rating.";

    public static string PlaysAlready(Model model) => $"{Name(model)} plays already.";

    public static string Flagged(Model model) =>
        $"{Name(model)} is flagged and plays no more. Boards show it with a mark; /model restore takes the flag away.";

    public static string FlaggedAlready(Model model) => $"{Name(model)} is flagged with that reason already.";

    public static string Edited(Model model)
    {
        string[] facts =
        [
            $"kind {Kind(model.Kind)}",
            $"shown as {SafeText.Plain(DisplayText.Clean(model.DisplayName))}",
            model.IsAgeRestricted ? "plays in age-restricted channels only" : "plays in all channels",
        ];
        return $"{Name(model)} is changed: {string.Join(", ", facts)}.";
    }

    public static string EditedAlready(Model model) => $"{Name(model)} is like that already, so nothing changed.";

    public static string BenchedHere(Model model, int playable) =>
        $"{Name(model)} does not play in this server any more. /model play lets it play again.{TooFew(playable)}";

    public static string BenchedHereAlready(Model model) => $"{Name(model)} is benched in this server already.";

    public static string PlaysHere(Model model) => model.Condition switch
    {
        ModelCondition.Playing => $"{Name(model)} plays in this server again.",
        var condition => $"{Name(model)} may play in this server again, once it is not {Word(condition)} any more.",
    };

    public static string PlaysHereAlready(Model model) => model.Condition switch
    {
        ModelCondition.Playing => $"{Name(model)} plays in this server already.",
        var condition => $"This server does not keep {Name(model)} from playing; it is {Word(condition)} for the whole arena.",
    };

    public static string Kept(Model model) => $"{Name(model)} stays on the roster.";

    public static string Removed(Model model, bool fromDisks)
    {
        var disks = fromDisks ? " It is deleted from the nodes' disks as soon as no battle needs it." : "";
        return $"{Name(model)} is off the roster.{disks} Its battles and ratings stay stored; /model add brings it back with them.";
    }

    /// <summary>What goes and what stays, and the buttons that decide. It never depends on who is playing right now.</summary>
    public static OutgoingMessage AskToRemove(Model model)
    {
        var key = ModelKey.Of(model.Tag);
        var size = model.SizeBytes is { } bytes ? $" ({Numbers.Bytes(bytes)})" : "";
        return OutgoingMessage.Whisper(
            $"Remove {Name(model)}? It leaves the roster, the boards and all lists, and is drawn no more; battles that are drawn already are played. "
            + "Its battles, ballots and ratings stay stored, and come back when it is added again.") with
        {
            Components =
            [
                new ActionRow(
                    new Component.Button($"{ButtonIds.RemoveModel}:{key}", "Remove", ButtonStyle.Danger),
                    new Component.Button($"{ButtonIds.DeleteModel}:{key}", $"Remove, and delete from disk{size}", ButtonStyle.Danger),
                    new Component.Button($"{ButtonIds.KeepModel}:{key}", "Keep it")),
            ],
        };
    }

    public static OutgoingMessage BenchNotice(ModelBenched benched)
    {
        var why = benched.Model.BenchDetail is { } detail ? $": {SafeText.Plain(detail)}" : "";
        return OutgoingMessage.Text(
            $"{Name(benched.Model)} failed {Numbers.Count(benched.Failures, "battle")} in a row{why}. It is benched and plays nowhere until a moderator brings it back."
            + (benched.Playing < FewestToDraw ? $" {TooFewLeft(benched.Playing)}" : "")) with
        {
            Components = [new ActionRow(new Component.Button($"{ButtonIds.RestoreModel}:{ModelKey.Of(benched.Model.Tag)}", "Bring it back"))],
            Nonce = BenchNonce(benched.Model),
        };
    }

    // The notice is posted once, even if the process dies before it is noted that it was. Discord takes 25 characters.
    private static string BenchNonce(Model model) => string.Create(
        CultureInfo.InvariantCulture, $"b{model.BenchedAt?.ToUnixTimeMilliseconds()}-{ModelKey.Hash(model.Tag)[..8]}");

    /// <summary>What is to be said to a moderator who adds a model whose weights are on the roster already; null for nothing.</summary>
    public static string? SameWeights(Model model, IReadOnlyList<Model> twins) => twins.Count == 0 ? null
        : $"{SafeText.Code(model.Tag)} has the same weights as {string.Join(", ", twins.Take(3).Select(twin => SafeText.Code(twin.Tag)))}, which {(twins.Count == 1 ? "is" : "are")} on the roster; the ratings of {(twins.Count == 1 ? "both" : "all")} are of one model.";

    public static string Refusal(RosterResult result) => result switch
    {
        RosterResult.NotOnRoster unknown => ErrorText.UnknownModel(unknown.Tag, unknown.DidYouMean),
        RosterResult.Malformed malformed => malformed.Why,
        _ => throw new InvalidOperationException($"{result.GetType().Name} is no refusal."),
    };

    public static string NotOnRoster(string tag, RosterService roster) =>
        ErrorText.UnknownModel(tag.Trim(), ClosestName.Find(tag, roster.Current.Select(known => known.Tag)));

    public static string Kind(ModelKind kind) => ModelNames.Kind(kind) is { Length: > 0 } word ? word : "unknown";

    /// <summary>Why it does not play, in a word; that it plays, where it does.</summary>
    public static string Word(ModelCondition condition) => condition switch
    {
        ModelCondition.Playing => "playing",
        ModelCondition.Benched => "benched",
        ModelCondition.Retired => "retired",
        ModelCondition.Flagged => "flagged",
        _ => "removed",
    };

    private static string TooFew(int playable) => playable < FewestToDraw ? $" {TooFewLeft(playable)}" : "";

    private static string TooFewLeft(int playable) => playable == 0
        ? "No model is left that can play, so no battle can start."
        : "Only one model is left that can play, so no battle can start: it takes two.";

    private static string Name(Model model) => $"**{ModelNames.Tag(model.Tag)}**";
}
