namespace Arena.Core.Battles.Voting;

/// <summary>
/// Merges what stands on a message with what is known of one member. Lists of reactions carry no times, so: one standing
/// reaction is the choice; of several, the stored choice if it stands and nothing is new; the new one if exactly one is
/// new; else the ballot is kept and not counted, until the member clears it up.
/// </summary>
internal static class Reconciliation
{
    /// <summary>The events that bring <paramref name="known"/> to what stands now; it is changed along.</summary>
    /// <param name="known">What is stored.</param>
    /// <param name="read">What stands on the message.</param>
    /// <param name="since">Choices whose events came while the message was being read: what those events said is newer than the reading.</param>
    public static IReadOnlyList<ReactionEvent> Merge(
        StandingReactions known, IReadOnlySet<Choice> read, IReadOnlySet<Choice> since)
    {
        var stored = known.Choice;
        var latestEvent = stored is { } latest && since.Contains(latest) ? stored : null;
        var gone = known.All.Where(choice => !read.Contains(choice) && !since.Contains(choice)).ToList();
        var found = read.Where(choice => !known.Stands(choice) && !since.Contains(choice)).Order().ToList();

        var events = new List<ReactionEvent>();
        foreach (var choice in gone)
            Record(ReactionEventKind.Gone, choice);
        foreach (var choice in found)
            Record(ReactionEventKind.Found, choice);

        if (latestEvent is { } again && found.Count > 0)
        {
            // The member's event is newer than all that was found: it becomes the latest again.
            Record(ReactionEventKind.Withdrawn, again);
            Record(ReactionEventKind.Added, again);
            return events;
        }

        var storedStands = stored is { } choiceBefore && known.Stands(choiceBefore);
        var isKnown = known.All.Count <= 1 || (found.Count == 0 && storedStands) || found.Count == 1;
        if (!isKnown && !known.IsAmbiguous)
            Record(ReactionEventKind.OrderLost, null);
        return events;

        void Record(ReactionEventKind kind, Choice? choice)
        {
            var change = new ReactionEvent(kind, choice);
            known.Apply(change);
            events.Add(change);
        }
    }
}
