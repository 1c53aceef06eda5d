using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Inference;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Bot.Tests.Presentation;

/// <summary>Builds battles to be shown; a test says only what is special about its own.</summary>
internal static class SampleBattles
{
    public static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    public static readonly Model Qwen = new(
        "qwen2.5:7b", "qwen2.5:7b", "qwen2", 7.6, "Q4_K_M", ModelKind.Instruct, ["completion"], ModelStatus.Active);

    public static readonly Model Llama = new(
        "llama3.2:3b", "llama3.2:3b", "llama", 3.2, "Q8_0", ModelKind.Instruct, ["completion"], ModelStatus.Active);

    public static Battle Battle(BattleState state, string prompt = "Is 91 a prime number?") => new()
    {
        Id = new BattleId(12),
        Server = new ServerId(1),
        Channel = new ChannelId(2),
        Message = new MessageId(3),
        Starter = new MemberId(4),
        Prompt = prompt,
        Source = PromptSource.Typed,
        Category = "math",
        State = state,
        ModelA = Qwen.Tag,
        ModelB = Llama.Tag,
        PairProbability = 0.1,
        UniformProbability = 0.1,
        CreatedAt = Start,
        ClosesAt = state is BattleState.Voting or BattleState.Settled ? Start.AddMinutes(10) : null,
        Quorum = 25,
        MinimumBallots = 1,
    };

    public static BattleView View(BattleState state, string a = "No, it is 7 × 13.", string b = "Yes.", string prompt = "Is 91 a prime number?") =>
        new(Battle(state, prompt), null, null, new AnswerView(a, true, null, null), new AnswerView(b, true, null, null), null, null, false);

    public static BattleView Settled(string a = "No, it is 7 × 13.", string b = "Yes.", Settlement? settlement = null) =>
        View(BattleState.Settled) with
        {
            A = new AnswerView(a, true, Qwen, Answer(a, 41.2, 0.6)),
            B = new AnswerView(b, true, Llama, Answer(b, 88.4, 0.31)),
            Settlement = settlement ?? new Settlement(
                new Tally(3, 7, 2, 0), Verdict.B, new EloMove(1760, 1713.2), new EloMove(1320, 1366.8), Start, SettleCause.Reveal),
        };

    private static Answer Answer(string text, double speed, double firstToken) => new(
        text, "", 10, 20, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(firstToken), TimeSpan.FromSeconds(1), speed, "stop");
}
