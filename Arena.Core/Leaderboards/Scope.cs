namespace Arena.Core.Leaderboards;

/// <summary>The ballots a rating is computed from.</summary>
/// <param name="Server">One server, or null for all servers.</param>
/// <param name="Category">One category of prompts, or null for all.</param>
public sealed record Scope(ServerId? Server, string? Category)
{
    /// <summary>All ballots there are.</summary>
    public static Scope Everywhere { get; } = new(null, null);
}
