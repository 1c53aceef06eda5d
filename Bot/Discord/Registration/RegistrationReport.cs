namespace Bot.Discord.Registration;

/// <summary>What it took to make the registered commands those that we want.</summary>
/// <param name="Commands">Ids by name of the commands that stand now, for <c>&lt;/name:id&gt;</c> in messages.</param>
public sealed record RegistrationReport(
    int Unchanged, int Created, int Updated, int Deleted, IReadOnlyDictionary<string, CommandId> Commands);
