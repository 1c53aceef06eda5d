using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>What a member thinks of a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Name">What pictures call it.</param>
/// <param name="Ballots">The member's counted ballots in its settled battles.</param>
/// <param name="Points">Of these, one for each that preferred it and a half for each that preferred neither.</param>
/// <param name="Liking">
/// The share of points, smoothed so that few ballots do not make a favourite: <c>(points + 1) / (ballots + 2)</c>, in (0, 1).
/// </param>
public sealed record Favourite(Model Model, string Name, int Ballots, double Points, double Liking);
