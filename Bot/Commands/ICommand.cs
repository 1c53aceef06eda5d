using Bot.Discord.Registration;

namespace Bot.Commands;

/// <summary>A command that members see in Discord.</summary>
internal interface ICommand
{
    /// <summary>What Discord knows of it.</summary>
    CommandDefinition Definition { get; }
}
