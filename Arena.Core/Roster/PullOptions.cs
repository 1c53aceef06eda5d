namespace Arena.Core.Roster;

/// <summary>Bounds of pulling.</summary>
public sealed record PullOptions
{
    /// <summary>Pulls that run side by side; further ones wait.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Between two edits of a pull's message.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>Before a node that was lost is asked again; after the last one the pull failed. Begins anew once bytes have come.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } = [.. new[] { 2, 5, 10, 20, 30, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];
}
