using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands;

/// <summary>A command that is typed after a slash. Answers through its reply, always; what it throws is answered for it.</summary>
internal interface ISlashCommand : ICommand
{
    Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken);

    /// <summary>Choices for the option being typed; at most 25 are shown.</summary>
    Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OptionChoice>>([]);
}
