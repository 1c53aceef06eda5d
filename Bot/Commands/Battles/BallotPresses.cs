using Arena.Core.Battles;
using Arena.Core.Battles.Voting;

namespace Bot.Commands.Battles;

/// <summary>
/// Lets the presses of one member on one battle take effect in the order in which they came, however long Discord takes with each. The same
/// button again, before the first press has taken effect, is the same press: nobody could have seen yet what it did.
/// </summary>
internal sealed class BallotPresses
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(BattleId, MemberId), Press> _last = [];

    /// <summary>Takes a press; its place in the order is known when this returns.</summary>
    /// <param name="choose">Makes it take effect, once those before it have.</param>
    public Task<CastResult> TakeAsync(BattleId battle, MemberId member, Choice choice, Func<Task<CastResult>> choose)
    {
        lock (_gate)
        {
            var before = _last.GetValueOrDefault((battle, member));
            if (before?.Choice == choice)
                return before.Effect;
            var press = new Press(choice);
            _last[(battle, member)] = press;
            return press.Effect = RunAsync(battle, member, press, before?.Effect, choose);
        }
    }

    private async Task<CastResult> RunAsync(BattleId battle, MemberId member, Press press, Task? before, Func<Task<CastResult>> choose)
    {
        await Task.Yield();                                                  // out of the gate
        try
        {
            if (before is not null)
                await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await choose();
        }
        finally
        {
            lock (_gate)
            {
                if (_last.GetValueOrDefault((battle, member)) == press)
                    _last.Remove((battle, member));
            }
        }
    }

    private sealed class Press(Choice choice)
    {
        public Choice Choice { get; } = choice;

        public Task<CastResult> Effect { get; set; } = Task.FromException<CastResult>(new InvalidOperationException("It is taken only now."));
    }
}
