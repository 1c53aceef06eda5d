using Bot.Discord.Interactions;

namespace Bot.Commands;

/// <summary>What menus do, by the verb in their custom id (<see cref="Presentation.ButtonIds"/>).</summary>
internal interface IMenus
{
    IReadOnlyCollection<string> Verbs { get; }

    /// <param name="subject">What follows the verb; from outside, so it may be anything, as the chosen values may.</param>
    Task ChooseAsync(Interaction.Select select, string verb, string subject, Reply reply, CancellationToken cancellationToken);
}
