using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Messages;
using Sandbox.Rest;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Interactions;

/// <summary>Reads a member's <c>POST /interactions</c> and makes the interaction of it, or refuses it in Discord's error shape.</summary>
internal sealed class Invocation(Call call)
{
    private readonly WorldState _world = call.World;
    private readonly Form _form = call.Form();

    public Interaction Read()
    {
        var kind = _form.Integer("type", 2, 5, required: true);
        var application = _form.Id("application_id", required: true);
        var channelId = _form.Id("channel_id", required: true);
        var data = _form.Object("data", required: true);
        _form.Text("session_id", 200, required: true);
        _form.Errors.ThrowIfAny();
        if (application != _world.Application.Id)
            throw ApiError.UnknownApplication();
        if (!_world.Channels.TryGetValue(channelId!.Value, out var channel) || (_form.Id("guild_id") is { } guild && guild != channel.Guild.Id))
            throw ApiError.UnknownChannel();
        if (!channel.Guild.Members.TryGetValue(call.Caller.Id, out var member) || !Rights.Sees(member.User.Id, channel))
            throw ApiError.MissingAccess();
        if (!channel.Guild.Members.ContainsKey(application!.Value))
            throw ApiError.UnknownApplication();
        var interaction = (InteractionKind)kind! switch
        {
            InteractionKind.Component => Component(member, channel, data!.Value),
            InteractionKind.Modal => Modal(member, channel, data!.Value),
            var command => Command(command, member, channel, data!.Value),
        };
        _form.Errors.ThrowIfAny();
        return interaction;
    }

    private Interaction Command(InteractionKind kind, Member member, Channel channel, Form data)
    {
        var id = data.Id("id", required: true);
        var version = data.Id("version", required: kind == InteractionKind.Command);
        _form.Errors.ThrowIfAny();
        var command = _world.Application.Commands.Find(command => command.Id == id && (command.GuildId ?? channel.Guild.Id) == channel.Guild.Id)
            ?? throw ApiError.UnknownCommand();
        if (version is { } sent && sent != command.Version)
            throw FormErrors.Single("data.version", "INTERACTION_APPLICATION_COMMAND_INVALID_VERSION", "This command is outdated, please try again in a few minutes");
        if (!CommandRights.MayUse(command, member, channel))
            throw ApiError.MissingPermissions();

        var autocomplete = kind == InteractionKind.Autocomplete;
        var options = new OptionReader(_world, channel, _form.Errors, autocomplete, Uploads(channel));
        var told = new JsonObject { ["id"] = Wire.Id(command.Id), ["name"] = command.Name, ["type"] = (int)command.Kind };
        if (command.GuildId is { } guild)
            told["guild_id"] = Wire.Id(guild);
        if (command.Kind == CommandKind.ChatInput)
        {
            if (options.Read(command.Declaration["options"] as JsonArray, data) is { Count: > 0 } given)
                told["options"] = given;
        }
        else
            told["target_id"] = Wire.Id(Target(command, member, channel, data, options));
        if (options.Resolved.Count > 0)
            told["resolved"] = options.Resolved;
        return New(kind, member, channel, told, command);
    }

    private ulong Target(ApplicationCommand command, Member member, Channel channel, Form data, OptionReader options)
    {
        var target = data.Id("target_id", required: true) ?? 0;
        if (command.Kind == CommandKind.User && !options.TryUser(target))
            _form.Errors.Add(data.At("target_id"), "BASE_TYPE_BAD", "No such user.");
        if (command.Kind == CommandKind.Message)
            if (channel.Messages.TryGetValue(target, out var message) && message.VisibleTo(member.User.Id))
                options.Put(message);
            else
                throw ApiError.UnknownMessage();
        return target;
    }

    private Interaction Component(Member member, Channel channel, Form data)
    {
        var message = _form.Id("message_id", required: true) is { } id && channel.Messages.TryGetValue(id, out var found) && found.VisibleTo(member.User.Id)
            ? found : throw ApiError.UnknownMessage();
        var customId = data.Text("custom_id", 100, 1, required: true);
        var type = data.Integer("component_type", required: true);
        var component = Find(message.Components, customId, type);
        if (component is null || (bool?)component["disabled"] == true || message.Author != _world.Application.Bot)
            throw FormErrors.Single("data", "COMPONENT_VALIDATION_FAILED", "Component validation failed");
        var told = new JsonObject { ["id"] = component["id"]!.DeepClone(), ["custom_id"] = customId, ["component_type"] = type };
        if (type is >= 3 and <= 8)
            ReadValues(told, component, channel, data);
        return New(InteractionKind.Component, member, channel, told, command: null, source: message);
    }

    private void ReadValues(JsonObject told, JsonObject select, Channel channel, Form data)
    {
        var (min, max) = (select["min_values"]?.Deserialize<int>() ?? 1, select["max_values"]?.Deserialize<int>() ?? 1);
        var values = (data.List("values", max, min, required: min > 0) ?? []).Select(value => value?.ToString() ?? "").ToList();
        told["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        if (select["options"] is JsonArray options)
        {
            foreach (var unknown in values.Where(value => !options.Any(option => (string?)option!["value"] == value)))
                _form.Errors.Add(data.At("values"), "BASE_TYPE_CHOICES", $"{unknown} is none of the options.");
            return;
        }
        // Selects of users, roles, mentionables and channels resolve as options of those types do.
        var type = (int)select["type"]! switch { 5 => 6, 6 => 8, 7 => 9, _ => 7 };
        var reader = new OptionReader(_world, channel, _form.Errors, isAutocomplete: false, new Dictionary<ulong, Attachment>());
        foreach (var value in values)
            reader.Resolve(data.At("values"), type, value);
        told["resolved"] = reader.Resolved;
    }

    private Interaction Modal(Member member, Channel channel, Form data)
    {
        var opener = data.Id("id", required: true) is { } id ? call.Backstage.Interactions.Find(id) : null;
        if (opener?.ShownModal is not { } modal || opener.Member.User != member.User || data.Text("custom_id", 100) != (string?)modal["custom_id"])
            throw FormErrors.Single("data.id", "INTERACTION_MODAL_UNKNOWN", "No such modal is open.");
        var told = new JsonObject { ["custom_id"] = modal["custom_id"]!.DeepClone(), ["components"] = ModalAnswers.Read(modal, data) };
        return New(InteractionKind.Modal, member, channel, told, command: null, opener.Source, opener);
    }

    private Interaction New(
        InteractionKind kind, Member member, Channel channel, JsonObject data, ApplicationCommand? command, Message? source = null, Interaction? opener = null) =>
        new(_world.Ids.Next(), InteractionDesk.NewToken(), kind, member, channel, data)
        {
            Nonce = _form.Body["nonce"]?.DeepClone(),
            CreatedAt = _world.Now,
            Command = command,
            Source = source,
            Opener = opener,
        };

    private Dictionary<ulong, Attachment> Uploads(Channel channel)
    {
        var uploads = new Dictionary<ulong, Attachment>();
        foreach (var upload in call.Body.Files)
        {
            var name = FileNames.Clean(upload.FileName);
            var file = new Attachment(_world.Ids.Next(), channel.Id, name, FileNames.ContentType(name, upload.ContentType), upload.Bytes, ImageSize.Of(upload.Bytes));
            _world.Files.Add(file.Id, file);
            uploads[(ulong)upload.Index] = file;
        }
        return uploads;
    }

    private static JsonObject? Find(IEnumerable<JsonNode?> components, string? customId, long? type)
    {
        foreach (var component in components.OfType<JsonObject>())
        {
            if (component["custom_id"]?.ToString() == customId && customId is not null && (int)component["type"]! == type)
                return component;
            JsonNode?[] inner = [.. component["components"] as JsonArray ?? [], component["accessory"]];
            if (Find(inner, customId, type) is { } found)
                return found;
        }
        return null;
    }
}
