using System.Text.Json.Nodes;
using Bot.Discord.Messages;

namespace Bot.Discord.Wire;

/// <summary>Components of messages and modals as Discord takes them (docs: components/reference).</summary>
internal static class ComponentWriter
{
    private const int ActionRowType = 1;
    private const int ButtonType = 2;
    private const int StringSelectType = 3;
    private const int TextInputType = 4;
    private const int RoleSelectType = 6;
    private const int ChannelSelectType = 8;
    private const int LabelType = 18;

    private const int LinkStyle = 5;
    private const int ShortStyle = 1;
    private const int ParagraphStyle = 2;

    public static JsonArray Write(IReadOnlyList<ActionRow> rows) => [.. rows.Select(row => (JsonNode)new JsonObject
    {
        ["type"] = ActionRowType,
        ["components"] = new JsonArray([.. row.Components.Select(Write)]),
    })];

    public static JsonObject Write(Modal modal) => new()
    {
        ["custom_id"] = modal.CustomId,
        ["title"] = modal.Title,
        ["components"] = new JsonArray([.. modal.Fields.Select(Write)]),
    };

    private static JsonObject Write(Component component) => component switch
    {
        Component.Button button => Write(button),
        Component.LinkButton link => Write(link),
        Component.Select select => Write(select),
        Component.RoleSelect roles => Write(roles),
        Component.ChannelSelect channels => Write(channels),
        _ => throw new ArgumentOutOfRangeException(nameof(component), component.GetType().Name, "Not a component that can be sent."),
    };

    private static JsonObject Write(Component.Button button) =>
        WithEmoji(button.Emoji, new JsonObject
        {
            ["type"] = ButtonType,
            ["style"] = (int)button.Style,
            ["label"] = button.Label,
            ["custom_id"] = button.CustomId,
            ["disabled"] = button.Disabled,
        });

    private static JsonObject Write(Component.LinkButton link) =>
        WithEmoji(link.Emoji, new JsonObject
        {
            ["type"] = ButtonType,
            ["style"] = LinkStyle,
            ["label"] = link.Label,
            ["url"] = link.Url.OriginalString,
            ["disabled"] = link.Disabled,
        });

    private static JsonObject Write(Component.Select select)
    {
        var json = Menu(StringSelectType, select.CustomId, select.Placeholder, select.MinValues, select.MaxValues, select.Disabled);
        json["options"] = new JsonArray([.. select.Options.Select(Write)]);
        return json;
    }

    private static JsonObject Write(Component.RoleSelect roles)
    {
        var json = Menu(RoleSelectType, roles.CustomId, roles.Placeholder, roles.MinValues, roles.MaxValues, roles.Disabled);
        json["default_values"] = Defaults("role", roles.Chosen.Select(role => role.ToString()));
        return json;
    }

    private static JsonObject Write(Component.ChannelSelect channels)
    {
        var json = Menu(ChannelSelectType, channels.CustomId, channels.Placeholder, channels.MinValues, channels.MaxValues, channels.Disabled);
        json["default_values"] = Defaults("channel", channels.Chosen.Select(channel => channel.ToString()));
        if (channels.Kinds.Count > 0)
            json["channel_types"] = new JsonArray([.. channels.Kinds.Select(kind => (JsonNode)(int)kind)]);
        return json;
    }

    private static JsonObject Menu(int type, string customId, string? placeholder, int min, int max, bool disabled)
    {
        var json = new JsonObject
        {
            ["type"] = type,
            ["custom_id"] = customId,
            ["min_values"] = min,
            ["max_values"] = max,
            ["disabled"] = disabled,
        };
        if (placeholder is not null)
            json["placeholder"] = placeholder;
        return json;
    }

    private static JsonArray Defaults(string type, IEnumerable<string> ids) =>
        [.. ids.Select(id => (JsonNode)new JsonObject { ["id"] = id, ["type"] = type })];

    private static JsonObject Write(SelectOption option)
    {
        var json = new JsonObject { ["label"] = option.Label, ["value"] = option.Value, ["default"] = option.IsDefault };
        if (option.Description is { } description)
            json["description"] = description;
        return WithEmoji(option.Emoji, json);
    }

    /// <summary>A text input in a label. Inputs right in an action row are deprecated.</summary>
    private static JsonObject Write(TextField field)
    {
        var input = new JsonObject
        {
            ["type"] = TextInputType,
            ["custom_id"] = field.CustomId,
            ["style"] = field.Paragraph ? ParagraphStyle : ShortStyle,
            ["required"] = field.Required,
        };
        if (field.MinLength is { } min)
            input["min_length"] = min;
        if (field.MaxLength is { } max)
            input["max_length"] = max;
        if (field.Value is { } value)
            input["value"] = value;
        if (field.Placeholder is { } placeholder)
            input["placeholder"] = placeholder;

        var label = new JsonObject { ["type"] = LabelType, ["label"] = field.Label, ["component"] = input };
        if (field.Description is { } description)
            label["description"] = description;
        return label;
    }

    private static JsonObject WithEmoji(string? emoji, JsonObject json)
    {
        if (emoji is null)
            return json;

        var parts = emoji.Split(':');
        json["emoji"] = parts is [var name, var id]
            ? new JsonObject { ["name"] = name, ["id"] = id }
            : new JsonObject { ["name"] = emoji };
        return json;
    }
}
