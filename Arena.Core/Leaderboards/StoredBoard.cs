namespace Arena.Core.Leaderboards;

/// <summary>What a board is made of.</summary>
/// <param name="Models">All models with a rating in the scope, in no order.</param>
/// <param name="LastSettlement">When the last counted battle of the scope settled; null before any.</param>
internal sealed record StoredBoard(IReadOnlyList<RatedModel> Models, DateTimeOffset? LastSettlement);
