using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Inference;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>A row of <c>answers</c>.</summary>
internal sealed record AnswerRow
{
    public long Battle { get; init; }
    public string Side { get; init; } = "";
    public string Text { get; init; } = "";
    public string Thinking { get; init; } = "";
    public int PromptTokens { get; init; }
    public int OutputTokens { get; init; }
    public double LoadMs { get; init; }
    public double FirstTokenMs { get; init; }
    public double GeneratingMs { get; init; }
    public double TokensPerSecond { get; init; }
    public string DoneReason { get; init; } = "";
    public int? Headings { get; init; }
    public int? ListItems { get; init; }
    public int? Bold { get; init; }

    public static AnswerRow Of(BattleId battle, Side side, Answer answer) => Of(battle, side, answer, AnswerStyles.Of(answer.Text, answer.OutputTokens));

    private static AnswerRow Of(BattleId battle, Side side, Answer answer, AnswerStyle style) => new()
    {
        Battle = battle.Value,
        Side = side.ToString(),
        Text = answer.Text,
        Thinking = answer.Thinking,
        PromptTokens = answer.PromptTokens,
        OutputTokens = answer.OutputTokens,
        LoadMs = answer.LoadTime.TotalMilliseconds,
        FirstTokenMs = answer.FirstToken.TotalMilliseconds,
        GeneratingMs = answer.Generating.TotalMilliseconds,
        TokensPerSecond = answer.TokensPerSecond,
        DoneReason = answer.DoneReason,
        Headings = style.Headings,
        ListItems = style.ListItems,
        Bold = style.Bold,
    };

    public Answer ToAnswer() => new(
        Text, Thinking, PromptTokens, OutputTokens, TimeSpan.FromMilliseconds(LoadMs), TimeSpan.FromMilliseconds(FirstTokenMs),
        TimeSpan.FromMilliseconds(GeneratingMs), TokensPerSecond, DoneReason);
}
