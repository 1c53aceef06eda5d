using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands;

/// <summary>One subcommand of <c>/arena</c>, or one group of them. It is only asked once a moderator is known to be the one who asks.</summary>
internal interface IArenaSubcommand
{
    /// <summary>What Discord knows of it.</summary>
    CommandOption Definition { get; }

    Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken);

    /// <summary>Choices for the option being typed; at most 25 are shown.</summary>
    Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OptionChoice>>([]);
}
