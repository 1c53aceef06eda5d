using System.Text.Json.Nodes;

namespace Bot.Discord.Registration;

/// <summary>Commands as Discord takes them (docs: interactions/application-commands). What has its default value is left out.</summary>
internal static class CommandWriter
{
    private const int GuildInstall = 0;
    private const int GuildContext = 0;

    public static JsonObject Write(CommandDefinition command)
    {
        var json = new JsonObject
        {
            ["name"] = command.Name,
            ["type"] = (int)command.Type,
            ["contexts"] = new JsonArray(GuildContext),
            ["integration_types"] = new JsonArray(GuildInstall),
            // Discord's OpenAPI document takes a number here and gives a text back.
            ["default_member_permissions"] = command.DefaultMemberPermissions is { } permissions ? JsonValue.Create((ulong)permissions) : null,
        };
        if (command.Type == CommandType.Slash)
        {
            json["description"] = command.Description;
            json["options"] = Write(command.Options);
        }

        return json;
    }

    /// <summary>For the change of a command: its type can not change, so it is not told.</summary>
    public static JsonObject WriteChange(CommandDefinition command)
    {
        var json = Write(command);
        json.Remove("type");
        return json;
    }

    public static JsonNode Write(OptionChoice choice) => new JsonObject
    {
        ["name"] = choice.Name,
        ["value"] = choice.Value switch
        {
            string text => JsonValue.Create(text),
            long whole => JsonValue.Create(whole),
            double number => JsonValue.Create(number),
            var other => throw new ArgumentOutOfRangeException(nameof(choice), other, "A choice is a text or a number."),
        },
    };

    private static JsonArray Write(IReadOnlyList<CommandOption> options) => [.. options.Select(Write)];

    private static JsonNode Write(CommandOption option)
    {
        var json = new JsonObject { ["type"] = (int)option.Type, ["name"] = option.Name, ["description"] = option.Description };
        if (option.IsRequired)
            json["required"] = true;
        if (option.HasAutocomplete)
            json["autocomplete"] = true;
        if (option.Choices.Count > 0)
            json["choices"] = new JsonArray([.. option.Choices.Select(Write)]);
        if (option.ChannelKinds.Count > 0)
            json["channel_types"] = new JsonArray([.. option.ChannelKinds.Select(kind => (JsonNode)(int)kind)]);
        if (option.MinLength is { } minLength)
            json["min_length"] = minLength;
        if (option.MaxLength is { } maxLength)
            json["max_length"] = maxLength;
        if (option.MinValue is { } minValue)
            json["min_value"] = Number(option, minValue);
        if (option.MaxValue is { } maxValue)
            json["max_value"] = Number(option, maxValue);
        if (option.Options.Count > 0)
            json["options"] = Write(option.Options);
        return json;
    }

    /// <summary>Bounds of a whole number must be whole numbers.</summary>
    private static JsonNode Number(CommandOption option, double bound) => option.Type == OptionType.Integer ? (long)bound : bound;
}
