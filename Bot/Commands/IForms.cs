using Bot.Discord.Interactions;

namespace Bot.Commands;

/// <summary>What forms do once they are sent, by the verb in their custom id (<see cref="Presentation.ButtonIds"/>).</summary>
internal interface IForms
{
    IReadOnlyCollection<string> Verbs { get; }

    /// <param name="subject">What follows the verb; from outside, so it may be anything, as the fields may.</param>
    Task SubmitAsync(Interaction.ModalSubmit form, string verb, string subject, Reply reply, CancellationToken cancellationToken);
}
