using System.Text.Json.Nodes;
using Sandbox.Rest;
using Sandbox.World;

namespace Sandbox.Commands;

/// <summary>The application's commands, global ones and those of single servers. A command's version changes only when it does.</summary>
internal sealed class CommandRegistry(WorldState world)
{
    private List<ApplicationCommand> All => world.Application.Commands;

    public IEnumerable<ApplicationCommand> Of(ulong? guild) => All.Where(command => command.GuildId == guild);

    public ApplicationCommand Find(ulong? guild, ulong id) => Of(guild).FirstOrDefault(command => command.Id == id) ?? throw ApiError.UnknownCommand();

    /// <summary>A command of the same name and kind is replaced, and keeps its id. <paramref name="isNew"/> tells the two apart.</summary>
    public ApplicationCommand Upsert(ulong? guild, Form form, out bool isNew)
    {
        var (kind, name, declaration) = CommandRules.Read(form);
        form.Errors.ThrowIfAny();
        var known = Of(guild).FirstOrDefault(command => command.Kind == kind && command.Name == name);
        isNew = known is null;
        if (isNew)
            RefuseTooMany([.. Of(guild).Select(command => command.Kind), kind]);
        return Store(guild, known, kind, name, declaration);
    }

    public ApplicationCommand Change(ulong? guild, ulong id, Form form)
    {
        var known = Find(guild, id);
        var (kind, name, declaration) = CommandRules.Read(form, known);
        form.Errors.ThrowIfAny();
        return Store(guild, known, kind, name, declaration);
    }

    /// <summary>Replaces all; those that are not listed go.</summary>
    public IReadOnlyList<ApplicationCommand> Overwrite(ulong? guild, JsonArray list)
    {
        var errors = new FormErrors();
        var read = list.Select((node, index) => node is JsonObject body
            ? CommandRules.Read(new Form(body, $"{index}", errors))
            : throw FormErrors.Single($"{index}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")).ToList();
        foreach (var twice in read.GroupBy(command => (command.Kind, command.Name)).Where(group => group.Count() > 1))
            errors.Add("", "APPLICATION_COMMANDS_DUPLICATE_NAME", $"Application command names must be unique: {twice.Key.Name}");
        errors.ThrowIfAny();
        RefuseTooMany([.. read.Select(command => command.Kind)]);
        var before = Of(guild).ToList();
        All.RemoveAll(command => command.GuildId == guild);
        return [.. read.Select(command => Store(guild,
            before.Find(known => known.Kind == command.Kind && known.Name == command.Name), command.Kind, command.Name, command.Declaration))];
    }

    public void Delete(ulong? guild, ulong id) => All.Remove(Find(guild, id));

    private ApplicationCommand Store(ulong? guild, ApplicationCommand? known, CommandKind kind, string name, JsonObject declaration)
    {
        if (known is not null)
            All.Remove(known);
        var same = known is not null && JsonNode.DeepEquals(known.Declaration, declaration);
        var command = same ? known! : new ApplicationCommand(known?.Id ?? world.Ids.Next(), world.Ids.Next(), guild, kind, name, declaration);
        All.Add(command);
        return command;
    }

    private static void RefuseTooMany(IReadOnlyList<CommandKind> kinds)
    {
        foreach (var (kind, most) in new[] { (CommandKind.ChatInput, 100), (CommandKind.User, 15), (CommandKind.Message, 15) })
            if (kinds.Count(one => one == kind) > most)
                throw new ApiError(400, 30032, $"Maximum number of application commands reached ({most})");
    }
}
