namespace Arena.Core.Inference;

/// <summary>How tokens are chosen. What is null is left to the model. None of these makes a host load the model anew.</summary>
public sealed record SamplingOptions(
    double? Temperature = null, int? Seed = null, double? TopP = null, int? TopK = null, double? MinP = null, double? RepeatPenalty = null);
