using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;

namespace Bot.Discord.Wire;

/// <summary>Interactions as they arrive (docs: interactions/receiving-and-responding).</summary>
internal static class InteractionParser
{
    private const int ApplicationCommand = 2;
    private const int MessageComponent = 3;
    private const int ApplicationCommandAutocomplete = 4;
    private const int ModalSubmit = 5;

    private const int ButtonComponent = 2;
    private static readonly int[] SelectComponents = [3, 5, 6, 7, 8];

    /// <summary>Null for kinds that the arena never offers: pings, user commands, and whatever Discord invents next.</summary>
    public static Interaction? Parse(JsonElement json)
    {
        if (json.Find("data") is not { } data)
            return null;

        var server = json.FindId("guild_id") is { } guild ? new ServerId(guild) : (ServerId?)null;
        var common = new Common(
            new InteractionId(json.NeedId("id")),
            new ApplicationId(json.NeedId("application_id")),
            new InteractionToken(json.NeedText("token")),
            json.Find("member") is { } member ? CommonParser.Member(member) : Alone(CommonParser.User(json.Need("user"))),
            server,
            Place(json, server),
            json.FindPermissions("app_permissions"),
            json.FindText("locale") ?? "en-US");
        var interaction = json.FindInt("type") switch
        {
            ApplicationCommand => Command(common, data),
            ApplicationCommandAutocomplete => Autocomplete(common, data),
            MessageComponent => Component(common, data, MessageParser.Message(json.Need("message"))),
            ModalSubmit => Modal(common, data, json.Find("message") is { } message ? MessageParser.Message(message) : null),
            _ => null,
        };
        return interaction is null
            ? null
            : interaction with { ServerLocale = json.FindText("guild_locale"), AttachmentSizeLimit = json.FindLong("attachment_size_limit") };
    }

    private static Interaction? Command(Common at, JsonElement data) => (CommandType)(data.FindInt("type") ?? 1) switch
    {
        CommandType.Slash => Slash(at, data),
        CommandType.Message => OnMessage(at, data),
        _ => null,
    };

    private static Interaction.SlashCommand Slash(Common at, JsonElement data) =>
        new(new CommandId(data.NeedId("id")), data.NeedText("name"), Options(data))
        {
            Id = at.Id,
            Application = at.Application,
            Token = at.Token,
            Member = at.Member,
            Server = at.Server,
            Channel = at.Channel,
            AppPermissions = at.AppPermissions,
            Locale = at.Locale,
        };

    private static Interaction.MessageCommand OnMessage(Common at, JsonElement data) =>
        new(new CommandId(data.NeedId("id")), data.NeedText("name"), Target(data))
        {
            Id = at.Id,
            Application = at.Application,
            Token = at.Token,
            Member = at.Member,
            Server = at.Server,
            Channel = at.Channel,
            AppPermissions = at.AppPermissions,
            Locale = at.Locale,
        };

    private static Interaction.Autocomplete Autocomplete(Common at, JsonElement data) =>
        new(new CommandId(data.NeedId("id")), data.NeedText("name"), Options(data))
        {
            Id = at.Id,
            Application = at.Application,
            Token = at.Token,
            Member = at.Member,
            Server = at.Server,
            Channel = at.Channel,
            AppPermissions = at.AppPermissions,
            Locale = at.Locale,
        };

    private static Interaction.ModalSubmit Modal(Common at, JsonElement data, Message? message) =>
        new(data.NeedText("custom_id"), Fields(data), message)
        {
            Id = at.Id,
            Application = at.Application,
            Token = at.Token,
            Member = at.Member,
            Server = at.Server,
            Channel = at.Channel,
            AppPermissions = at.AppPermissions,
            Locale = at.Locale,
        };

    private static Interaction.Button Button(Common at, string customId, Message message) =>
        new(customId, message)
        {
            Id = at.Id,
            Application = at.Application,
            Token = at.Token,
            Member = at.Member,
            Server = at.Server,
            Channel = at.Channel,
            AppPermissions = at.AppPermissions,
            Locale = at.Locale,
        };

    private static Interaction.Select Select(Common at, string customId, IReadOnlyList<string> values, Message message) =>
        new(customId, values, message)
        {
            Id = at.Id,
            Application = at.Application,
            Token = at.Token,
            Member = at.Member,
            Server = at.Server,
            Channel = at.Channel,
            AppPermissions = at.AppPermissions,
            Locale = at.Locale,
        };

    private static Interaction? Component(Common at, JsonElement data, Message message)
    {
        var customId = data.NeedText("custom_id");
        var type = data.FindInt("component_type") ?? 0;
        if (type == ButtonComponent)
            return Button(at, customId, message);
        return SelectComponents.Contains(type)
            ? Select(at, customId, [.. data.Items("values").Select(value => value.GetString() ?? "")], message)
            : null;
    }

    private static Message Target(JsonElement data)
    {
        var target = data.NeedText("target_id");
        return MessageParser.Message(data.Need("resolved").Need("messages").Need(target));
    }

    private static Member Alone(User user) => new(user.Id, user.Name, user.DisplayName, user.IsBot, Permissions.None, [], null);

    private static Channel Place(JsonElement json, ServerId? server) =>
        json.Find("channel") is { } channel && channel.Find("id") is not null
            ? CommonParser.Channel(channel, server)
            : new Channel(new ChannelId(json.NeedId("channel_id")), ChannelKind.Text, Server: server);

    /// <summary>Goes down through a group and a subcommand, if there are any, to the values.</summary>
    private static CommandOptions Options(JsonElement data)
    {
        var path = new List<string>();
        var level = data;
        while (level.Items("options").FirstOrDefault(IsSubcommand) is { ValueKind: JsonValueKind.Object } deeper)
        {
            path.Add(deeper.NeedText("name"));
            level = deeper;
        }

        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        FocusedOption? focused = null;
        foreach (var option in level.Items("options"))
        {
            var name = option.NeedText("name");
            if (option.Find("value") is not { } value)
                continue;
            values[name] = value.Clone();
            if (option.IsTrue("focused"))
                focused = new FocusedOption(name, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        }

        var resolved = data.Find("resolved") ?? default;
        return new CommandOptions(
            path.Count == 0 ? null : string.Join(' ', path),
            values,
            focused,
            resolved.Entries("attachments").Select(entry => MessageParser.Attachment(entry.Value)).ToDictionary(file => file.Id),
            resolved.Entries("users").Select(entry => CommonParser.User(entry.Value)).ToDictionary(user => user.Id));
    }

    private static bool IsSubcommand(JsonElement option) =>
        (OptionType)(option.FindInt("type") ?? 0) is OptionType.Subcommand or OptionType.SubcommandGroup;

    /// <summary>Text inputs, whether in a label (<c>component</c>) or, as in older forms, in an action row (<c>components</c>).</summary>
    private static Dictionary<string, string> Fields(JsonElement data)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(data);
        return fields;

        void Collect(JsonElement container)
        {
            var inner = container.Items("components");
            if (container.Find("component") is { } single)
                inner = inner.Append(single);
            foreach (var component in inner)
            {
                if (component.FindText("custom_id") is { } id && component.Find("value") is { ValueKind: JsonValueKind.String } value)
                    fields[id] = value.GetString()!;
                Collect(component);
            }
        }
    }

    private sealed record Common(
        InteractionId Id,
        ApplicationId Application,
        InteractionToken Token,
        Member Member,
        ServerId? Server,
        Channel Channel,
        Permissions AppPermissions,
        string Locale);
}
