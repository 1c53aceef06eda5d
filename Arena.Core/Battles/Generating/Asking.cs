using Arena.Core.Inference;

namespace Arena.Core.Battles.Generating;

/// <summary>How a preset is asked with, and how much room it leaves for the answer.</summary>
internal static class Asking
{
    // An answer that is cut before it has said anything is of no use to a vote.
    private const int LeastAnswer = 64;

    /// <summary>What one side was asked and said so far, and what it is asked now.</summary>
    public static IReadOnlyList<ChatTurn> Conversation(IReadOnlyList<AnsweredTurn> earlier, Side side, string question) =>
    [
        .. earlier.SelectMany(turn => new[] { ChatTurn.User(turn.Question), new ChatTurn(ChatRole.Assistant, turn.Of(side)) }),
        ChatTurn.User(question),
    ];

    /// <summary>The question to one model. Both sides of a battle get the same but for the model.</summary>
    /// <param name="turns">What was said so far, the last prompt at its end.</param>
    public static GenerationRequest Of(string tag, SamplingPreset preset, IReadOnlyList<ChatTurn> turns, InferenceOptions operators)
    {
        var conversation = WithSystem(preset, turns);
        return new GenerationRequest(tag, conversation, preset.Sampling, OutputTokens: Math.Max(1, Room(preset, conversation, operators)));
    }

    /// <summary>Whether the turns leave room for an answer worth reading.</summary>
    public static bool Fits(SamplingPreset preset, IReadOnlyList<ChatTurn> turns, InferenceOptions operators) =>
        Room(preset, WithSystem(preset, turns), operators) >= Math.Min(LeastAnswer, Output(preset, operators));

    /// <summary>Tokens of a whole conversation: never more than the operator's, which is what nodes are told.</summary>
    public static int Context(SamplingPreset preset, InferenceOptions operators) =>
        Math.Min(preset.ContextTokens ?? operators.ContextTokens, operators.ContextTokens);

    private static int Room(SamplingPreset preset, IReadOnlyList<ChatTurn> conversation, InferenceOptions operators) =>
        Math.Min(Output(preset, operators), Context(preset, operators) - TokenEstimate.Of(conversation));

    private static int Output(SamplingPreset preset, InferenceOptions operators) =>
        Math.Min(preset.OutputTokens ?? operators.OutputTokens, operators.OutputTokens);

    private static IReadOnlyList<ChatTurn> WithSystem(SamplingPreset preset, IReadOnlyList<ChatTurn> turns) =>
        preset.System is { } system ? [new ChatTurn(ChatRole.System, system), .. turns] : turns;
}
