using Arena.Core.Leaderboards;
using Arena.Core.Roster;

namespace Bot.Presentation.Roster;

/// <summary>How models are called in messages.</summary>
internal static class ModelNames
{
    private const int LongestTag = 100;
    private const int LongestReason = 120;

    /// <summary>The tag as plain text, in a reasonable length.</summary>
    public static string Tag(string tag) => SafeText.Plain(tag.Length <= LongestTag ? tag : tag[..LongestTag] + "…");

    /// <summary><c>qwen2.5:7b (7.6B, Q4_K_M)</c>.</summary>
    public static string WithSize(Model model)
    {
        var details = Details(model);
        return details.Length == 0 ? Tag(model.Tag) : $"{Tag(model.Tag)} ({details})";
    }

    /// <summary><c>7.6B, Q4_K_M</c>, as far as it is known.</summary>
    public static string Details(Model model)
    {
        var size = DisplayNumbers.Size(model.ParametersBillions);
        var quantization = model.Quantization is { Length: > 0 and <= 32 } known ? SafeText.Plain(known) : "";
        return string.Join(", ", new[] { size, quantization }.Where(part => part.Length > 0));
    }

    /// <summary>A name as tables show it: after the mark where the model is flagged.</summary>
    public static string Marked(Model model, string name) =>
        model.Status == ModelStatus.Flagged ? $"{StandingsText.FlaggedMark} {name}" : name;

    /// <summary>A line below a board or a picture: that a model on it is flagged, and why.</summary>
    public static string Flagged(string name, ModelFlag flag) =>
        $"{StandingsText.FlaggedMark} **{SafeText.Plain(name)}** is flagged: {SafeText.Plain(TextBox.Plain(flag.Reason, LongestReason))}";

    /// <summary>The icon of a kind, in the shape it has in pictures; a dash for the kind that has none.</summary>
    public static string KindIcon(ModelKind kind) => kind switch
    {
        ModelKind.Pretrained => "●",
        ModelKind.FineTuned => "◆",
        ModelKind.Instruct => "○",
        ModelKind.RlTuned => "■",
        _ => "–",
    };

    public static string Kind(ModelKind kind) => kind switch
    {
        ModelKind.Pretrained => "pretrained",
        ModelKind.FineTuned => "fine-tuned",
        ModelKind.Instruct => "instruct",
        ModelKind.RlTuned => "RL-tuned",
        _ => "",
    };
}
