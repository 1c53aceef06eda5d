using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>What a model's card is made of.</summary>
/// <param name="Model">The model, whatever its status.</param>
/// <param name="Models">All models with a rating in the scope, in no order.</param>
/// <param name="Battles">Its last counted battles, newest first.</param>
internal sealed record StoredCard(Model Model, IReadOnlyList<RatedModel> Models, IReadOnlyList<RecentBattle> Battles);
