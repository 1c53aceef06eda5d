using Bot.Discord.Interactions;

namespace Bot.Commands;

/// <summary>What buttons do, by the verb in their custom id (<see cref="Presentation.ButtonIds"/>).</summary>
internal interface IButtons
{
    IReadOnlyCollection<string> Verbs { get; }

    /// <param name="subject">What follows the verb; from outside, so it may be anything.</param>
    Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken);
}
