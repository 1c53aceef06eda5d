namespace Arena.Core.Integrity;

/// <summary>Why a group of accounts was noticed. Stored as it was seen then.</summary>
/// <param name="IsFor">They choose the model; else they choose whatever stands against it.</param>
/// <param name="Kind">What the accounts have in common besides.</param>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Ballots">Their ballots in battles with the model.</param>
/// <param name="Battles">Those battles.</param>
/// <param name="Share">The share of these ballots that is for the model (or against it), 0 to 1.</param>
/// <param name="OthersShare">The same of everybody else's ballots in those battles.</param>
/// <param name="MedianSeconds">From the opening of a vote until their ballot.</param>
/// <param name="OthersMedianSeconds">The same of everybody else; null where there is nobody.</param>
/// <param name="MedianAgeDays">Age of the accounts at their first ballot here; null where all were forgotten.</param>
/// <param name="MadeWithinDays">Between the creation of the first and of the last of them; null where all were forgotten.</param>
/// <param name="CameWithinDays">Between the first ballot of the first and of the last of them.</param>
/// <param name="WindowDays">How far back was looked.</param>
/// <param name="Exponent">It would happen by chance in 1 of 10 to this power of such looks.</param>
public sealed record SuspicionEvidence(
    bool IsFor, Commonality Kind, int Accounts, int Ballots, int Battles, double Share, double OthersShare, double MedianSeconds,
    double? OthersMedianSeconds, double? MedianAgeDays, double? MadeWithinDays, double CameWithinDays, double WindowDays, double Exponent);
