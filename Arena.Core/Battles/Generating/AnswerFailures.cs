using Arena.Core.Inference;

namespace Arena.Core.Battles.Generating;

/// <summary>What a failed generation means for its battle.</summary>
internal static class AnswerFailures
{
    /// <summary>The fleet is away or has no room; the model did nothing wrong.</summary>
    public static bool IsFleetAway(GenerationFailure failure) => failure is
        GenerationFailure.Unreachable or GenerationFailure.Refused or GenerationFailure.Busy or GenerationFailure.NotOllama;

    /// <summary>
    /// Asking once more may help. Not where it would not (a missing model), and not where a bound of minutes was used up:
    /// a second wait as long would hold up everyone behind.
    /// </summary>
    public static bool IsWorthARetry(GenerationFailure failure) => failure is
        GenerationFailure.ModelFailed or GenerationFailure.StreamCut or GenerationFailure.ServerError
        or GenerationFailure.EmptyAnswer or GenerationFailure.Stalled;

    /// <summary>What moderators are told of a model that was benched for it.</summary>
    public static string InWords(GenerationFailure failure) => failure switch
    {
        GenerationFailure.ModelMissing => "no node holds it",
        GenerationFailure.ServerError => "it could not be loaded",
        GenerationFailure.Silent or GenerationFailure.Stalled => "it said nothing for too long",
        GenerationFailure.TookTooLong => "it took too long",
        GenerationFailure.EmptyAnswer => "its answer was empty",
        GenerationFailure.BadRequest => "the node declined to ask it",
        _ => "it broke off with an error",
    };

    public static VoidReason Reason(GenerationFailure failure) => failure switch
    {
        GenerationFailure.ModelMissing => VoidReason.ModelNotLoaded,
        GenerationFailure.ServerError => VoidReason.ModelNotLoaded,      // Ollama's 500 before the first token: it did not load
        GenerationFailure.Silent or GenerationFailure.Stalled => VoidReason.ModelSilent,
        GenerationFailure.TookTooLong => VoidReason.ModelTooSlow,
        GenerationFailure.EmptyAnswer => VoidReason.EmptyAnswer,
        _ => VoidReason.ModelFailed,
    };
}
