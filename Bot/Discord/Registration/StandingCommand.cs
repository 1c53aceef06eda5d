namespace Bot.Discord.Registration;

/// <summary>A command as it is registered now.</summary>
internal sealed record StandingCommand(CommandId Id, CommandType Type, string Name, string Fingerprint);
