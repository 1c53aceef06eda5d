namespace Arena.Core.Ratings;

/// <summary>
/// Without a prior a Bradley–Terry fit has no maximum unless, however the models are divided in two, some model of each part took a
/// share from one of the other (Ford 1957).
/// </summary>
/// <param name="outside">The tags of the models outside the largest part that hangs together.</param>
public sealed class NotConnectedException(IReadOnlyList<string> outside) : Exception(
    $"Without a prior these models can not be placed beside the others, because the battles do not connect them both ways: {string.Join(", ", outside)}.")
{
    /// <summary>The tags of the models outside the largest part that hangs together.</summary>
    public IReadOnlyList<string> Outside { get; } = outside;
}
