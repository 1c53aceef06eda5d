namespace Arena.Core.Battles.Starting;

/// <summary>What became of a preset that was to be removed.</summary>
public abstract record RemovePresetResult
{
    private RemovePresetResult() { }

    /// <param name="WasUsual">It was the server's usual one, which is <c>balanced</c> now.</param>
    public sealed record Removed(string Name, bool WasUsual) : RemovePresetResult;

    /// <summary>It is one of those that every server has.</summary>
    public sealed record BuiltIn(string Name) : RemovePresetResult;

    /// <param name="DidYouMean">The one most like it; null when none is near.</param>
    public sealed record Unknown(string Name, string? DidYouMean) : RemovePresetResult;
}
