using System.Collections.Concurrent;

namespace Arena.Core.Battles.Generating;

/// <summary>The battles that are being answered: one for now, more when there are more nodes.</summary>
internal sealed class RunningBattles
{
    private readonly ConcurrentDictionary<BattleId, RunningBattle> _running = new();

    public RunningBattle? Find(BattleId id) => _running.GetValueOrDefault(id);

    public void Add(RunningBattle running) => _running[running.Battle.Id] = running;

    public void Remove(RunningBattle running)
    {
        // Under the same lock as TryStop, which must not cancel a source that is disposed.
        lock (_running)
        {
            _running.TryRemove(running.Battle.Id, out _);
            running.Dispose();
        }
    }

    /// <summary>Stops it. True: whoever runs it will notice, and show what became of it.</summary>
    public bool TryStop(BattleId id)
    {
        lock (_running)
        {
            if (!_running.TryGetValue(id, out var running))
                return false;
            running.Stop();
            return true;
        }
    }
}
