using Arena.Core.Battles;
using Bot.Discord.Interactions;

namespace Bot.Commands.Battles;

/// <summary>
/// Finds the battle that an interaction names, if it is one of its place: what comes in is only what somebody sent. Who can not see a channel
/// neither votes there, nor hides what stands there, nor has its prompts asked again elsewhere.
/// </summary>
internal static class BattleFinding
{
    /// <param name="id">From a custom id or an option; null for what is none.</param>
    public static async Task<Battle?> FindAsync(
        this BattleDesk battles, Interaction interaction, BattleId? id, CancellationToken cancellationToken) =>
        id is { } known && await battles.FindAsync(known, cancellationToken) is { } battle && IsHere(battle, interaction) ? battle : null;

    /// <summary>The battle that the message shows.</summary>
    public static async Task<Battle?> FindTargetAsync(
        this BattleDesk battles, Interaction.MessageCommand command, CancellationToken cancellationToken) =>
        await battles.FindByMessageAsync(command.Target.Id, cancellationToken) is { } battle && IsHere(battle, command) ? battle : null;

    // Moderators name a battle of any channel with a command; buttons, menus and forms stand where their battle is.
    private static bool IsHere(Battle battle, Interaction interaction) =>
        battle.Server == interaction.Server && (interaction is Interaction.SlashCommand || battle.Channel == interaction.Channel.Id);
}
