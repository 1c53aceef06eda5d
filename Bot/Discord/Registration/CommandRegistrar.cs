using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Registration;

/// <summary>
/// Makes the registered commands those that we want, with as few writes as possible: Discord allows 200 creations a day, and every write
/// makes clients load the commands anew.
/// </summary>
internal sealed partial class CommandRegistrar(RestClient rest, ILogger logger)
{
    /// <summary>Belongs to Activities; not ours to delete.</summary>
    private const int EntryPoint = 4;

    public async Task<RegistrationReport> RegisterAsync(
        ApplicationId application, IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken)
    {
        CommandRules.Check(commands);
        var standing = Read(await rest.SendAsync(new RestRequest(Routes.ListCommands(application)) { IsRepeatable = true }, cancellationToken));
        var report = standing.Count == 0 && commands.Count > 0
            ? await PutAllAsync(application, commands, cancellationToken)
            : await WriteDifferencesAsync(application, commands, standing, cancellationToken);
        Log.Registered(logger, report.Unchanged, report.Created, report.Updated, report.Deleted);
        return report;
    }

    private async Task<RegistrationReport> PutAllAsync(
        ApplicationId application, IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken)
    {
        var body = new JsonArray([.. commands.Select(CommandWriter.Write)]);
        var answer = await rest.SendAsync(new RestRequest(Routes.PutCommands(application), body) { IsRepeatable = true }, cancellationToken);
        var ids = new Dictionary<string, CommandId>(StringComparer.Ordinal);
        foreach (var command in Read(answer))
            ids[command.Name] = command.Id;
        return new RegistrationReport(0, commands.Count, 0, 0, ids);
    }

    private async Task<RegistrationReport> WriteDifferencesAsync(
        ApplicationId application,
        IReadOnlyList<CommandDefinition> commands,
        IReadOnlyList<StandingCommand> standing,
        CancellationToken cancellationToken)
    {
        var left = standing.ToDictionary(command => (command.Type, command.Name));
        var ids = new Dictionary<string, CommandId>(StringComparer.Ordinal);
        int unchanged = 0, created = 0, updated = 0;
        foreach (var command in commands)
        {
            if (!left.Remove((command.Type, command.Name), out var old))
            {
                ids[command.Name] = await CreateAsync(application, command, cancellationToken);
                created++;
            }
            else if (old.Fingerprint != Fingerprint(command))
            {
                await UpdateAsync(application, old.Id, command, cancellationToken);
                ids[command.Name] = old.Id;
                updated++;
            }
            else
            {
                ids[command.Name] = old.Id;
                unchanged++;
            }
        }

        foreach (var stale in left.Values)
            await rest.SendAsync(new RestRequest(Routes.DeleteCommand(application, stale.Id)) { IsRepeatable = true }, cancellationToken);
        return new RegistrationReport(unchanged, created, updated, left.Count, ids);
    }

    private async Task<CommandId> CreateAsync(ApplicationId application, CommandDefinition command, CancellationToken cancellationToken)
    {
        // Creating a command whose name is taken replaces it, so this can be repeated.
        var request = new RestRequest(Routes.CreateCommand(application), CommandWriter.Write(command)) { IsRepeatable = true };
        var answer = await rest.SendAsync(request, cancellationToken);
        return ReadOne(answer).Id;
    }

    private Task UpdateAsync(ApplicationId application, CommandId id, CommandDefinition command, CancellationToken cancellationToken) =>
        rest.SendAsync(
            new RestRequest(Routes.EditCommand(application, id), CommandWriter.WriteChange(command)) { IsRepeatable = true }, cancellationToken);

    private static string Fingerprint(CommandDefinition command)
    {
        using var document = JsonDocument.Parse(CommandWriter.Write(command).ToJsonString());
        return CommandFingerprint.Of(document.RootElement);
    }

    private static IReadOnlyList<StandingCommand> Read(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Array
            ? [.. answer.EnumerateArray().Where(command => command.FindInt("type") != EntryPoint).Select(ReadOne)]
            : throw new DiscordException(DiscordFailure.UnreadableAnswer, "The list of commands is not a list.");

    private static StandingCommand ReadOne(JsonElement command)
    {
        try
        {
            return new StandingCommand(
                new CommandId(command.NeedId("id")),
                (CommandType)(command.FindInt("type") ?? 1),
                command.NeedText("name"),
                CommandFingerprint.Of(command));
        }
        catch (WireException error)
        {
            throw new DiscordException(DiscordFailure.UnreadableAnswer, $"A registered command can not be read: {error.Message}", inner: error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3200, LogLevel.Debug,
            "Commands: {Unchanged} unchanged, {Created} created, {Updated} updated, {Deleted} deleted")]
        public static partial void Registered(ILogger logger, int unchanged, int created, int updated, int deleted);
    }
}
