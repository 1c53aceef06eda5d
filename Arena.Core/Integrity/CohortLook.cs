namespace Arena.Core.Integrity;

/// <summary>What a close look at a cohort came to.</summary>
/// <param name="LogProbability">ln of the probability that so many of it are one-sided, if being in it had nothing to do with that.</param>
/// <param name="OneSided">Those of it that are, by index.</param>
internal sealed record CohortLook(double LogProbability, IReadOnlyList<int> OneSided);
