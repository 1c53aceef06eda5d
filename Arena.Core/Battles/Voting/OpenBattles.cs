using System.Collections.Concurrent;

namespace Arena.Core.Battles.Voting;

/// <summary>The open votes by message, so that a reaction finds its battle without asking the database.</summary>
internal sealed class OpenBattles
{
    private readonly ConcurrentDictionary<MessageId, OpenBattle> _byMessage = new();
    private readonly ConcurrentDictionary<MessageId, bool> _early = new();

    public ICollection<OpenBattle> All => _byMessage.Values;

    public OpenBattle? Find(MessageId message) => _byMessage.GetValueOrDefault(message);

    public OpenBattle? Find(BattleId id) => _byMessage.Values.FirstOrDefault(open => open.Id == id);

    /// <summary>Opens it; called before the state is stored, so that no reaction falls between the two.</summary>
    public OpenBattle Open(Battle battle)
    {
        var message = battle.Message ?? throw new InvalidOperationException($"Battle {battle.Id} has no message to vote on.");
        return _byMessage.GetOrAdd(message, key => new OpenBattle(battle, key));
    }

    public void Close(Battle battle)
    {
        if (battle.Message is not { } message)
            return;
        _byMessage.TryRemove(message, out _);
        _early.TryRemove(message, out _);
    }

    /// <summary>Somebody reacts to a battle that is still being answered.</summary>
    public void NoteEarly(MessageId message) => _early[message] = true;

    /// <summary>Whether somebody reacted before the vote was open; says so once.</summary>
    public bool TakeEarly(OpenBattle open)
    {
        var early = open.HadEarlyReactions | _early.TryRemove(open.Message, out _);
        open.HadEarlyReactions = false;
        return early;
    }
}
