namespace Arena.Core.Battles.Voting;

/// <summary>
/// The choices of one member that stand under one battle, oldest first. The latest that still stands is the choice.
/// Of some it may be unknown which came last: those were standing already when their message was read.
/// </summary>
internal sealed class StandingReactions
{
    private readonly List<Choice> _standing = new(4);
    private int _unordered;                                     // so many of the oldest are in no known order

    public IReadOnlyList<Choice> All => _standing;

    /// <summary>Several stand, and nothing says which came last.</summary>
    public bool IsAmbiguous => _standing.Count > 1 && _unordered == _standing.Count;

    /// <summary>The member's choice; null when nothing stands, or when it is ambiguous.</summary>
    public Choice? Choice => _standing.Count == 0 || IsAmbiguous ? null : _standing[^1];

    public bool Stands(Choice choice) => _standing.Contains(choice);

    /// <summary>
    /// Adds a reaction as the latest. False when it stood already: then nothing changes. Only where its order was unknown
    /// does hearing of it again say something: a message that was read told of it before its own event came.
    /// </summary>
    public bool Add(Choice choice)
    {
        var index = _standing.IndexOf(choice);
        if (index >= 0 && index >= _unordered)
            return false;
        if (index >= 0)
            Withdraw(choice);
        _standing.Add(choice);
        return true;
    }

    /// <summary>False when it did not stand.</summary>
    public bool Withdraw(Choice choice)
    {
        var index = _standing.IndexOf(choice);
        if (index < 0)
            return false;
        _standing.RemoveAt(index);
        if (index < _unordered)
            _unordered--;
        return true;
    }

    /// <summary>Forgets in which order those came that stand now.</summary>
    public void LoseOrder() => _unordered = _standing.Count;

    /// <summary>Withdraws all, or all of one choice.</summary>
    /// <returns>The events that say so.</returns>
    public IReadOnlyList<ReactionEvent> WithdrawAll(Choice? only)
    {
        var withdrawn = _standing.Where(choice => only is null || choice == only).ToList();
        withdrawn.ForEach(choice => Withdraw(choice));
        return [.. withdrawn.Select(choice => new ReactionEvent(ReactionEventKind.Withdrawn, choice))];
    }

    /// <summary>Applies an event. False when it changes nothing.</summary>
    public bool Apply(ReactionEvent change)
    {
        switch (change.Kind)
        {
            case ReactionEventKind.Added or ReactionEventKind.Found:
                return Add(change.Choice!.Value);
            case ReactionEventKind.Withdrawn or ReactionEventKind.Gone:
                return Withdraw(change.Choice!.Value);
            case ReactionEventKind.OrderLost:
                LoseOrder();
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change.Kind, "No such kind of event.");
        }
    }
}
