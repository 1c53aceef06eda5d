namespace Arena.Core.Integrity;

/// <summary>A ballot in a settled battle, as vote patterns see it.</summary>
/// <param name="Battle">The battle's number.</param>
/// <param name="Member">Who cast it.</param>
/// <param name="ModelA">Tag of side A.</param>
/// <param name="ModelB">Tag of side B.</param>
/// <param name="Chosen">The tag of the model it prefers; null where it prefers neither.</param>
/// <param name="SettledAt">When the battle settled.</param>
/// <param name="Seconds">From the opening of the vote until it was cast.</param>
internal readonly record struct SeenBallot(
    long Battle, MemberId Member, string ModelA, string ModelB, string? Chosen, DateTimeOffset SettledAt, double Seconds);
