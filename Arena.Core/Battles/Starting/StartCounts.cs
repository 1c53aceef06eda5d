namespace Arena.Core.Battles.Starting;

/// <summary>What is going on already when a battle is asked for.</summary>
/// <param name="WaitingOfMember">The member's battles that wait or are being answered.</param>
/// <param name="WaitingOfServer">The server's battles that wait or are being answered.</param>
/// <param name="Started">
/// When the member started the latest battles here, the newest first. Those that came to nothing through no fault of the member are left out.
/// </param>
/// <param name="LastHere">When the member started the latest of them in the same channel; null for none.</param>
internal sealed record StartCounts(int WaitingOfMember, int WaitingOfServer, IReadOnlyList<DateTimeOffset> Started, DateTimeOffset? LastHere);
