namespace Benchmarks;

/// <summary>One measured number.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; empty for counts and ratios.</param>
/// <param name="AtMost">What it is to stay under, if there is such a number.</param>
/// <param name="AtLeast">What it is to reach, if there is such a number.</param>
internal sealed record Figure(string Key, string What, double Value, string Unit = "", double? AtMost = null, double? AtLeast = null)
{
    /// <summary>Whether the target is met; null where there is none.</summary>
    public bool? IsMet => AtMost is null && AtLeast is null ? null : Value <= (AtMost ?? double.MaxValue) && Value >= (AtLeast ?? double.MinValue);
}
