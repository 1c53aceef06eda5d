using Arena.Core.Battles;

namespace Arena.Core.Tests.Testing;

/// <summary>Steps that several tests take.</summary>
internal static class ArenaDriverSteps
{
    public static async Task RevealWithOneBallotAsync(this ArenaDriver arena, Battle battle, Choice choice = Choice.A)
    {
        await arena.ReactAsync(battle, ArenaDriver.Member(1), choice);
        Assert.IsType<RevealResult.Revealed>(await arena.RevealAsync(battle));
    }
}
