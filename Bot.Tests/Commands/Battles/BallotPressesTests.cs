using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Bot.Commands.Battles;

namespace Bot.Tests.Commands.Battles;

public sealed class BallotPressesTests
{
    private static readonly BattleId Battle = new(1);

    private readonly BallotPresses _presses = new();
    private readonly TaskCompletionSource _first = new();
    private readonly List<Choice> _taken = [];

    [Fact]
    public async Task A_press_takes_effect_after_those_that_came_before_it()
    {
        var a = Press(Choice.A, _first.Task);
        var b = Press(Choice.B, Task.CompletedTask);
        var elsewhere = _presses.TakeAsync(new BattleId(2), CommandDriver.Bob, Choice.B, () => Effect(Choice.Tie, Task.CompletedTask));
        await elsewhere.Within();
        Assert.Equal([Choice.Tie], _taken);                     // nobody waits for a press in another battle

        _first.SetResult();
        await Task.WhenAll(a, b).Within();

        Assert.Equal([Choice.Tie, Choice.A, Choice.B], _taken);
    }

    [Fact]
    public async Task The_same_press_twice_before_it_took_effect_is_one()
    {
        var a = Press(Choice.A, _first.Task);
        var again = Press(Choice.A, Task.CompletedTask);
        _first.SetResult();
        await Task.WhenAll(a, again).Within();
        Assert.Equal([Choice.A], _taken);

        await Press(Choice.A, Task.CompletedTask).Within();
        Assert.Equal([Choice.A, Choice.A], _taken);
    }

    [Fact]
    public async Task A_press_that_failed_holds_nobody_up()
    {
        var a = Press(Choice.A, Task.FromException(new InvalidOperationException("Discord did not take it.")));
        var b = Press(Choice.B, Task.CompletedTask);

        await Assert.ThrowsAsync<InvalidOperationException>(() => a).Within();
        await b.Within();
        Assert.Equal([Choice.B], _taken);
    }

    private Task<CastResult> Press(Choice choice, Task until) =>
        _presses.TakeAsync(Battle, CommandDriver.Bob, choice, () => Effect(choice, until));

    private async Task<CastResult> Effect(Choice choice, Task until)
    {
        await until;
        lock (_taken)
            _taken.Add(choice);
        return new CastResult.NoSuchBattle();
    }
}
