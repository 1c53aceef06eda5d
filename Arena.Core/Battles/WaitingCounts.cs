namespace Arena.Core.Battles;

/// <summary>Battles that wait or are being answered.</summary>
internal readonly record struct WaitingCounts(int OfMember, int OfServer);
