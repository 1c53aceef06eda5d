namespace Arena.Core.Integrity;

/// <summary>What models of a family are called, and who makes them.</summary>
/// <param name="Key">How the family begins in tags and in what nodes report.</param>
/// <param name="Names">Names that are nothing else.</param>
/// <param name="Words">Names that are also words or people: only where they are clearly meant as names do they count.</param>
/// <param name="Makers">Who makes them. Those with capitals in the first place count only so: LG, Meta.</param>
/// <param name="Base">The family that these were made from, if that is another.</param>
internal sealed record ModelFamily(string Key, string Names, string Words, string Makers, string? Base = null);
