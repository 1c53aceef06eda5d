using System.Text.RegularExpressions;
using Arena.Core.Battles;
using Arena.Core.Integrity;
using Arena.Core.Roster;
using Bot.Presentation.Battles;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Moderation;

/// <summary>What the audit holds beside a deed, in words: it is stored as the program writes it, by names and numbers.</summary>
internal static partial class AuditDetails
{
    private static readonly Dictionary<PullFailure, string> Failures = new()
    {
        [PullFailure.UnknownModel] = "there is no such model",
        [PullFailure.DiskFull] = "the node's disk is full",
        [PullFailure.RegistryUnreachable] = "the registry could not be reached",
        [PullFailure.NodeLost] = "the node was lost",
        [PullFailure.Silent] = "nothing came for too long",
        [PullFailure.NotOllama] = "what answers there is no Ollama",
        [PullFailure.NodeTooOld] = "the node's Ollama is too old for it",
        [PullFailure.Other] = "the log says why",
    };

    // What is in no table was written in words.
    private static readonly Dictionary<string, Func<string, string>> Words = new(StringComparer.Ordinal)
    {
        ["model.added"] = detail => detail == "seed" ? "from the operator's list" : detail,
        ["model.edited"] = detail => Kind().Replace(detail, found => Named<ModelKind>(found.Value, Of)),
        ["model.restored"] = Was,
        ["model.retired"] = Was,
        ["pull.failed"] = detail => Named<PullFailure>(detail, Of),
        ["question.dropped"] = detail => Named<VoidReason>(detail, Of),
        ["report.hidden"] = Parts,
        ["report.made"] = Parts,
        ["report.shown"] = Parts,
    };

    /// <param name="detail">As it is stored; from members too, so it is made safe.</param>
    /// <returns>One line, not longer than <paramref name="longest"/>.</returns>
    public static string Say(string action, string subject, string detail, int longest)
    {
        if (action == "server.setting" && SettingWords.Change(subject, detail) is { } change && change.Length <= longest)
            return change;
        return SafeText.Plain(TextBox.Plain(Words.TryGetValue(action, out var words) ? words(detail) : detail, longest));
    }

    private static string Of(PullFailure why) => Failures[why];

    private static string Of(VoidReason why) =>
        why == VoidReason.Cancelled ? "cancelled" : why.Sentence().TrimEnd('.');

    private static string Of(ModelKind kind) => ModelNames.Kind(kind) is { Length: > 0 } word ? word : "unknown";

    private static string Was(string detail) => Condition().Replace(detail, found => Named<ModelCondition>(found.Value, InPlain));

    private static string InPlain(ModelCondition condition) => condition.ToString().ToLowerInvariant();

    private static string Parts(string detail) => Named<ReportedParts>(detail, ReportMessage.Parts);

    private static string Named<T>(string name, Func<T, string> say) where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) && value.ToString().Equals(name, StringComparison.OrdinalIgnoreCase) ? say(value) : name;

    // "kind RlTuned, name …"
    [GeneratedRegex("(?<=^kind )[A-Za-z]+")]
    private static partial Regex Kind();

    // "was Flagged: the reason"
    [GeneratedRegex("(?<=^was )[A-Za-z]+")]
    private static partial Regex Condition();
}
