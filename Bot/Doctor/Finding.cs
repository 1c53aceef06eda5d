namespace Bot.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Area">What it belongs to: configuration, token, gateway, database, nodes, pictures.</param>
/// <param name="What">What was found, as one sentence or phrase.</param>
/// <param name="Remedy">What to do about it; null when all is well.</param>
internal sealed record Finding(string Area, string What, string? Remedy)
{
    public bool IsGood => Remedy is null;

    public static Finding Good(string area, string what) => new(area, what, null);

    public static Finding Bad(string area, string what, string remedy) => new(area, what, remedy);
}
