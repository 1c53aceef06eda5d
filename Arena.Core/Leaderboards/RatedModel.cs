using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>What is stored about a model in one scope.</summary>
internal sealed record RatedModel(Model Model, double Elo, BattleRecord Record);
