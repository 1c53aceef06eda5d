using Arena.Core.Battles;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary><b>Correct category</b>: a moderator says what a battle's prompt is about. A menu asks, and takes the answer.</summary>
internal sealed class CorrectCategoryCommand(BattleDesk battles, CategoryDesk categories, Access access) : IMessageCommand, IMenus
{
    public CommandDefinition Definition { get; } = CommandDefinition.OnMessage("Correct category").ShownTo(Permissions.ManageServer);

    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Category];

    public async Task RunAsync(Interaction.MessageCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (!access.IsModerator(command))
            await reply.WhisperAsync(ErrorText.OnlyModerators, cancellationToken);
        else if (await battles.FindTargetAsync(command, cancellationToken) is not { } battle)
            await reply.WhisperAsync(ErrorText.NotABattle, cancellationToken);
        else if (battle.State == BattleState.Void)
            await reply.WhisperAsync(ErrorText.NoCategoryOfVoid, cancellationToken);
        else
            await reply.SayAsync(CategoryMenu.Compose(battle), cancellationToken);
    }

    public async Task ChooseAsync(Interaction.Select select, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (!access.IsModerator(select))
            await reply.WhisperAsync(ErrorText.OnlyModerators, cancellationToken);
        else if (await battles.FindAsync(select, ButtonIds.ParseBattle(subject), cancellationToken) is not { Id: var id })
            await reply.WhisperAsync(ErrorText.BattleUnknown, cancellationToken);
        else if (!CategoryMenu.TryRead(select.Values, out var category))
            await reply.WhisperAsync(ErrorText.UnknownChoice, cancellationToken);
        else
            await CorrectAsync(select, id, category, reply, cancellationToken);
    }

    private async Task CorrectAsync(Interaction.Select select, BattleId id, string? category, Reply reply, CancellationToken cancellationToken)
    {
        // Computing all ratings again may take longer than Discord waits.
        await reply.TouchAsync(cancellationToken);
        var sentence = await categories.CorrectAsync(id, category, select.Member.Id, cancellationToken) switch
        {
            CorrectCategoryResult.Corrected corrected => CategoryMenu.Corrected(corrected),
            CorrectCategoryResult.Same => ErrorText.SameCategory(category),
            CorrectCategoryResult.NoResult => ErrorText.NoCategoryOfVoid,
            CorrectCategoryResult.UnknownCategory => ErrorText.UnknownChoice,
            _ => ErrorText.BattleUnknown,
        };
        await reply.ConcludeAsync(sentence, cancellationToken);
    }
}
