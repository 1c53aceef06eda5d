using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Rest;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Interactions;

/// <summary>
/// Holds the options of an invocation against what the command declares, as Discord's server does before the bot hears of it, and collects
/// the users, roles, channels and files that they name.
/// </summary>
/// <param name="uploads">Files that came with the invocation, by the number that stands as the option's value.</param>
internal sealed class OptionReader(
    WorldState world, Channel channel, FormErrors errors, bool isAutocomplete, IReadOnlyDictionary<ulong, Attachment> uploads)
{
    private readonly JsonObject _resolved = [];

    public JsonObject Resolved => _resolved;

    /// <summary>The options to hand to the bot.</summary>
    public JsonArray Read(JsonArray? declared, Form given)
    {
        var result = new JsonArray();
        var declarations = (declared ?? []).OfType<JsonObject>().ToDictionary(option => (string)option["name"]!);
        var seen = new HashSet<string>();
        foreach (var form in given.Objects("options", 25))
        {
            var name = form.Text("name", 32, required: true) ?? "";
            if (!declarations.TryGetValue(name, out var declaration))
                errors.Add(form.At("name"), "APPLICATION_COMMAND_OPTION_UNKNOWN", $"The command has no option {name}.");
            else if (!seen.Add(name))
                errors.Add(form.At("name"), "APPLICATION_COMMAND_OPTION_DUPLICATED", $"Option {name} is given twice.");
            else if (form.Integer("type", required: true) is { } type && type != (int)declaration["type"]!)
                errors.Add(form.At("type"), "BASE_TYPE_CHOICES", $"Option {name} is of type {declaration["type"]}.");
            else
                result.Add((JsonNode)ReadOne(form, declaration));
        }
        var kinds = declarations.Values.Select(declaration => (int)declaration["type"]!);
        if (kinds.Any(kind => kind is 1 or 2) && result.Count != 1 && seen.Count <= 1)
            errors.Add(given.At("options"), "BASE_TYPE_REQUIRED", "This command needs one of its subcommands.");
        if (!isAutocomplete)
            foreach (var (name, _) in declarations.Where(entry => (bool?)entry.Value["required"] == true && !seen.Contains(entry.Key)))
                errors.Add($"{given.At("options")}.{name}", "BASE_TYPE_REQUIRED", $"Option {name} is required.");
        return result;
    }

    private JsonObject ReadOne(Form form, JsonObject declaration)
    {
        var type = (int)declaration["type"]!;
        var option = new JsonObject { ["name"] = declaration["name"]!.DeepClone(), ["type"] = type };
        if (type is 1 or 2)
        {
            option["options"] = Read(declaration["options"] as JsonArray, form);
            return option;
        }
        if (isAutocomplete && form.Flag("focused") is true)
        {
            if ((bool?)declaration["autocomplete"] != true)
                errors.Add(form.At("focused"), "APPLICATION_COMMAND_AUTOCOMPLETE_NOT_ALLOWED", "This option does not autocomplete.");
            option["value"] = form.Text("value", 6000) ?? "";
            option["focused"] = true;
            return option;
        }
        var value = form.Body["value"];
        if (value is null)
            errors.Required(form.At("value"));
        else if (!isAutocomplete)
            Check(form.At("value"), declaration, type, value);
        option["value"] = type == 11 && Uploaded(value) is { } file ? Wire.Id(file.Id) : value?.DeepClone();
        return option;
    }

    private void Check(string at, JsonObject declaration, int type, JsonNode value)
    {
        switch (type)
        {
            case 3 when value.GetValueKind() != JsonValueKind.String:
                errors.Type(at, "string");
                break;
            case 3:
                CheckText(at, declaration, (string)value!);
                break;
            case 4 when value is not JsonValue whole || !whole.TryGetValue<long>(out _):
                errors.Type(at, "integer");
                break;
            case 10 when value.GetValueKind() != JsonValueKind.Number:
                errors.Type(at, "number");
                break;
            case 4 or 10:
                CheckNumber(at, declaration, value.Deserialize<double>());
                break;
            case 5 when value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False):
                errors.Type(at, "boolean");
                break;
            case >= 6 and <= 9 or 11:
                Resolve(at, type, value);
                break;
        }
        if (declaration["choices"] is JsonArray { Count: > 0 } choices && !choices.Any(choice => JsonNode.DeepEquals(choice!["value"], value)))
            errors.Add(at, "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", choices.Select(choice => choice!["value"]))}).");
    }

    private void CheckText(string at, JsonObject declaration, string text)
    {
        var (min, max) = (declaration["min_length"]?.Deserialize<int>() ?? 0, declaration["max_length"]?.Deserialize<int>() ?? 6000);
        if (text.Length < min || text.Length > max)
            errors.Length(at, min, max);
    }

    private void CheckNumber(string at, JsonObject declaration, double number)
    {
        var (min, max) = (declaration["min_value"]?.Deserialize<double>() ?? -9007199254740992.0, declaration["max_value"]?.Deserialize<double>() ?? 9007199254740992.0);
        if (number < min || number > max)
            errors.Range(at, (long)min, (long)max);
    }

    /// <summary>Puts what the value names into the resolved data, or complains.</summary>
    public void Resolve(string at, int type, JsonNode value)
    {
        var guild = channel.Guild;
        var known = Snowflakes.TryParse(value.ToString(), out var id) && type switch
        {
            6 => TryUser(id),
            7 => TryChannel(id),
            8 => TryRole(guild, id),
            9 => TryUser(id) || TryRole(guild, id),
            _ => TryFile(value),
        };
        if (!known)
            errors.Add(at, "APPLICATION_COMMAND_OPTION_UNRESOLVED", $"Nothing known by {value}.");
    }

    /// <summary>Puts a user, and its membership if it is here, into the resolved data.</summary>
    public bool TryUser(ulong id)
    {
        if (!world.Users.TryGetValue(id, out var user))
            return false;
        Part("users")[Key(id)] = UserShape.Of(user);
        if (channel.Guild.Members.TryGetValue(id, out var member))
            Part("members")[Key(id)] = MemberShape.Resolved(member, channel);
        return true;
    }

    public void Put(Message message) => Part("messages")[Key(message.Id)] = new MessageShape(world).Of(message, world.Application.Id);

    private bool TryChannel(ulong id)
    {
        if (!channel.Guild.Channels.TryGetValue(id, out var named))
            return false;
        Part("channels")[Key(id)] = ChannelShape.Interacting(named, Permission.All);
        return true;
    }

    private bool TryRole(Guild guild, ulong id)
    {
        if (!guild.Roles.TryGetValue(id, out var role))
            return false;
        Part("roles")[Key(id)] = RoleShape.Of(role);
        return true;
    }

    private bool TryFile(JsonNode value)
    {
        if (Uploaded(value) is not { } file)
            return false;
        Part("attachments")[Key(file.Id)] = new MessageShape(world).Of(file, ephemeral: true);
        return true;
    }

    private Attachment? Uploaded(JsonNode? value) => Snowflakes.TryParse(value?.ToString(), out var id) ? uploads.GetValueOrDefault(id) : null;

    private static string Key(ulong id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private JsonObject Part(string name)
    {
        if (_resolved[name] is not JsonObject part)
            _resolved[name] = part = [];
        return part;
    }
}
