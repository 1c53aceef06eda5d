using Arena.Core.Battles;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands.Battles;

/// <summary><c>/arena cancel</c>.</summary>
internal sealed class ArenaCancel(BattleDesk desk) : ISubcommand
{
    private const string Battle = "battle";
    private const int LongestLabel = 100;

    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "cancel", "Cancel a battle that waits or is being answered",
        CommandOption.Integer(Battle, "Which battle").Required().WithAutocomplete());

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        await reply.WhisperAsync(await CancelAsync(command, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        if (typing.Server is not { } server || typing.Options.Focused is not { } focused)
            return [];
        var typed = focused.Typed.Trim().TrimStart('#');
        return
        [
            .. (await desk.WaitingAsync(server, cancellationToken))
                .Select(battle => (Label: Label(battle), battle.Id))
                .Where(battle => battle.Label.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Take(25)
                .Select(battle => OptionChoice.Of(battle.Label, battle.Id.Value)),
        ];
    }

    private async Task<string> CancelAsync(Interaction.SlashCommand command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command, new BattleId(command.Options.Integer(Battle) ?? 0), cancellationToken) is not { Id: var id })
            return ErrorText.BattleUnknown;
        return await desk.CancelAsync(id, command.Member.Id, isModerator: true, cancellationToken) switch
        {
            CancelResult.Cancelled { Battle.State: BattleState.Voting } => $"The further question of battle {id} is cancelled, and its vote is open again.",
            CancelResult.Cancelled => $"Battle {id} is cancelled.",
            CancelResult.NotWaiting late => ErrorText.NotWaiting(late.State),
            _ => ErrorText.BattleUnknown,
        };
    }

    /// <summary>Plain text: Discord shows no markdown in choices.</summary>
    private static string Label(Battle battle)
    {
        var prompt = string.Join(' ', SafeCharacters.Clean(battle.Prompt).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var state = battle.State == BattleState.Queued ? "waits" : "is being answered";
        return TextBox.Plain($"#{battle.Id} {state}: {prompt}", LongestLabel);
    }
}
