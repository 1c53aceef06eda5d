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

        var origin = Origin(json);
        return json.FindInt("type") switch
        {
            ApplicationCommand => Command(origin, data),
            ApplicationCommandAutocomplete => new Interaction.Autocomplete(new CommandId(data.NeedId("id")), data.NeedText("name"), Options(data)) { Origin = origin },
            MessageComponent => Component(origin, data, MessageParser.Message(json.Need("message"))),
            ModalSubmit => new Interaction.ModalSubmit(
                data.NeedText("custom_id"), Fields(data), json.Find("message") is { } message ? MessageParser.Message(message) : null) { Origin = origin },
            _ => null,
        };
    }

    private static InteractionOrigin Origin(JsonElement json)
    {
        var server = json.FindId("guild_id") is { } guild ? new ServerId(guild) : (ServerId?)null;
        return new InteractionOrigin(
            new InteractionId(json.NeedId("id")),
            new ApplicationId(json.NeedId("application_id")),
            new InteractionToken(json.NeedText("token")),
            json.Find("member") is { } member ? CommonParser.Member(member) : Alone(CommonParser.User(json.Need("user"))),
            server,
            Place(json, server),
            json.FindPermissions("app_permissions"),
            json.FindText("locale") ?? "en-US",
            json.FindText("guild_locale"),
            json.FindLong("attachment_size_limit"));
    }

    private static Interaction? Command(InteractionOrigin origin, JsonElement data)
    {
        var (id, name) = (new CommandId(data.NeedId("id")), data.NeedText("name"));
        return (CommandType)(data.FindInt("type") ?? 1) switch
        {
            CommandType.Slash => new Interaction.SlashCommand(id, name, Options(data)) { Origin = origin },
            CommandType.Message => new Interaction.MessageCommand(id, name, Target(data)) { Origin = origin },
            _ => null,
        };
    }

    private static Interaction? Component(InteractionOrigin origin, JsonElement data, Message message)
    {
        var customId = data.NeedText("custom_id");
        var type = data.FindInt("component_type") ?? 0;
        if (type == ButtonComponent)
            return new Interaction.Button(customId, message) { Origin = origin };
        if (SelectComponents.Contains(type))
            return new Interaction.Select(customId, [.. data.Items("values").Select(value => value.GetString() ?? "")], message) { Origin = origin };
        return null;
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
        var users = resolved.Entries("users").Select(entry => CommonParser.User(entry.Value)).ToDictionary(user => user.Id);
        return new CommandOptions(
            path.Count == 0 ? null : string.Join(' ', path),
            values,
            focused,
            resolved.Entries("attachments").Select(entry => MessageParser.Attachment(entry.Value)).ToDictionary(file => file.Id),
            users,
            Members(resolved, users));
    }

    /// <summary>Members among what the options name; they come without their accounts, which stand beside them.</summary>
    private static Dictionary<MemberId, Member> Members(JsonElement resolved, Dictionary<MemberId, User> users)
    {
        var members = new Dictionary<MemberId, Member>();
        foreach (var entry in resolved.Entries("members"))
        {
            if (ulong.TryParse(entry.Name, out var id) && users.GetValueOrDefault(new MemberId(id)) is { } user)
                members[user.Id] = CommonParser.Member(entry.Value, user);
        }

        return members;
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
}
