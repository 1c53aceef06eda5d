namespace Bot.Discord.Interactions;

/// <summary>A command's option came with a value of another type than the command has registered.</summary>
public sealed class OptionTypeException(string option, string expected) : Exception($"The option \"{option}\" must be {expected}.")
{
    public string Option { get; } = option;
}
