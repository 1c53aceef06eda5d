using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands;

/// <summary>One subcommand, or group of them, by itself. <see cref="CompositeCommand"/> puts those of one parent together, in the order of their registration.</summary>
internal interface ISubcommand
{
    /// <summary>Name of the command it belongs to.</summary>
    string Parent { get; }

    /// <summary>What Discord knows of it: <see cref="CommandOption.Subcommand"/> or <see cref="CommandOption.Group"/>.</summary>
    CommandOption Definition { get; }

    /// <summary>
    /// Why the caller may not use it, in one sentence, though they may use its parent; null when they may. Asked before it runs, and before it
    /// suggests anything.
    /// </summary>
    Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken);

    /// <summary>Choices for the option being typed; at most 25 are shown.</summary>
    Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OptionChoice>>([]);
}
