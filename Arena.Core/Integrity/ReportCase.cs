using Arena.Core.Battles;

namespace Arena.Core.Integrity;

/// <summary>All reports of one battle; moderators look at them together.</summary>
/// <param name="Battle">As it stands.</param>
/// <param name="Parts">What was reported, by anybody.</param>
/// <param name="State">Open while any of its reports is.</param>
/// <param name="Members">How many members reported it.</param>
/// <param name="Reasons">What they wrote, oldest first. From outside.</param>
/// <param name="DecidedBy">The moderator, unless it is open.</param>
/// <param name="DecidedAt">When, unless it is open.</param>
/// <param name="Channel">Where its notice to the moderators is; null while there is none.</param>
/// <param name="Message">The notice.</param>
public sealed record ReportCase(
    Battle Battle, ReportedParts Parts, ReportState State, int Members, IReadOnlyList<string> Reasons, MemberId? DecidedBy,
    DateTimeOffset? DecidedAt, ChannelId? Channel, MessageId? Message);
