using Arena.Core.Leaderboards;
using Arena.Core.Roster;

namespace Bot.Presentation.Roster;

/// <summary>What the card of a model tells.</summary>
/// <param name="Record">Its standing in the server; null where nobody looked.</param>
/// <param name="Speed">Null when no settled battle tells.</param>
/// <param name="Twins">Models of the roster on the same weights.</param>
/// <param name="IsBenchedHere">The server's moderators do not let it play.</param>
/// <param name="IsHeld">Whether a node has it on disk; null when none could be asked. Never whether it is loaded: that would tell who plays.</param>
internal sealed record ModelFacts(
    Model Model, ModelRecord? Record, ModelSpeed? Speed, IReadOnlyList<Model> Twins, bool IsBenchedHere, bool? IsHeld);
