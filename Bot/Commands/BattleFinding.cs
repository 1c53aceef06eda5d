using Arena.Core.Battles;
using Bot.Discord.Interactions;

namespace Bot.Commands;

/// <summary>Finds the battle that an interaction names, if it is one of its server: what comes in is only what somebody sent.</summary>
internal static class BattleFinding
{
    /// <param name="id">From a custom id or an option; null for what is none.</param>
    public static async Task<Battle?> FindAsync(
        this BattleDesk battles, Interaction interaction, BattleId? id, CancellationToken cancellationToken) =>
        id is { } known && await battles.FindAsync(known, cancellationToken) is { } battle && battle.Server == interaction.Server ? battle : null;

    /// <summary>The battle that the message shows.</summary>
    public static async Task<Battle?> FindTargetAsync(
        this BattleDesk battles, Interaction.MessageCommand command, CancellationToken cancellationToken) =>
        await battles.FindByMessageAsync(command.Target.Id, cancellationToken) is { } battle && battle.Server == command.Server ? battle : null;
}
