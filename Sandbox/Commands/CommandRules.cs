using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sandbox.Rest;
using Sandbox.World;

namespace Sandbox.Commands;

/// <summary>Reads a command's declaration into the shape of answers, and holds it to Discord's limits.</summary>
internal sealed partial class CommandRules(FormErrors errors)
{
    private const int MostCharacters = 8000;
    private int _characters;

    /// <param name="known">The command as it stands, for a patch; null for a new one.</param>
    public static (CommandKind Kind, string Name, JsonObject Declaration) Read(Form form, ApplicationCommand? known = null)
    {
        var rules = new CommandRules(form.Errors);
        var kind = known?.Kind ?? (CommandKind)(form.Integer("type", 1, 3) ?? 1);
        var merged = form;
        if (known is not null)
        {
            var body = (JsonObject)known.Declaration.DeepClone();
            foreach (var (field, value) in form.Body)
                body[field] = value?.DeepClone();
            merged = new Form(body, "", form.Errors);
        }
        var name = merged.Text("name", 32, 1, required: true) ?? "";
        if (kind == CommandKind.ChatInput)
            rules.CheckName(merged, name);
        var declaration = new JsonObject
        {
            ["type"] = (int)kind,
            ["name"] = name,
            ["description"] = merged.Text("description", 100, kind == CommandKind.ChatInput ? 1 : 0, required: kind == CommandKind.ChatInput) ?? "",
            ["default_member_permissions"] = merged.Permissions("default_member_permissions") is { } bits ? Shapes.Wire.Bits(bits) : null,
            ["dm_permission"] = merged.Flag("dm_permission") ?? merged.List("contexts", 3)?.Any(context => (int?)context == 1) ?? true,
            ["contexts"] = merged.List("contexts", 3, 1)?.DeepClone(),
            ["integration_types"] = merged.List("integration_types", 2, 1)?.DeepClone() ?? new JsonArray(0),
            ["nsfw"] = merged.Flag("nsfw") ?? false,
        };
        if (kind != CommandKind.ChatInput && declaration["description"]!.GetValue<string>().Length > 0)
            form.Errors.Add("description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED", "Context menu commands cannot have description");
        rules.CopyLocalizations(declaration, merged);
        if (kind == CommandKind.ChatInput && rules.ReadOptions(merged, depth: 0) is { Count: > 0 } options)
            declaration["options"] = options;
        rules._characters += name.Length + ((string)declaration["description"]!).Length;
        if (rules._characters > MostCharacters)
            form.Errors.Add("", "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
        return (kind, name, declaration);
    }

    private JsonArray ReadOptions(Form form, int depth)
    {
        var options = new JsonArray();
        var names = new HashSet<string>();
        var optionalSeen = false;
        foreach (var item in form.Objects("options", 25))
        {
            var option = ReadOption(item, depth);
            if (!names.Add((string)option["name"]!))
                errors.Add(item.At("name"), "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option names must be unique");
            var required = (bool?)option["required"] == true;
            if (required && optionalSeen)
                errors.Add(item.At("required"), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optionalSeen |= !required;
            options.Add((JsonNode)option);
        }
        var kinds = options.Select(option => (int)option!["type"]! is 1 or 2).Distinct().Count();
        if (kinds > 1)
            errors.Add(form.At("options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        return options;
    }

    private JsonObject ReadOption(Form form, int depth)
    {
        var type = (int)(form.Integer("type", 1, 11, required: true) ?? 0);
        var name = form.Text("name", 32, 1, required: true) ?? "";
        CheckName(form, name);
        var option = new JsonObject { ["type"] = type, ["name"] = name, ["description"] = form.Text("description", 100, 1, required: true) ?? "" };
        _characters += name.Length + ((string)option["description"]!).Length;
        CopyLocalizations(option, form);
        if (form.Flag("required") is true)
            option["required"] = true;
        if (type is 1 or 2)
        {
            if (depth > 1 || (depth == 1 && type == 2))
                errors.Add(form.At("type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands can nest two levels deep");
            if (ReadOptions(form, depth + 1) is { Count: > 0 } inner)
                option["options"] = inner;
            return option;
        }
        if (ReadChoices(form, type) is { Count: > 0 } choices)
            option["choices"] = choices;
        if (form.Flag("autocomplete") is true)
        {
            option["autocomplete"] = true;
            if (option.ContainsKey("choices"))
                errors.Add(form.At("autocomplete"), "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", "Autocomplete may not be set to true if choices are present");
        }
        CopyBounds(option, form, type);
        return option;
    }

    private static void CopyBounds(JsonObject option, Form form, int type)
    {
        if (type == 3 && form.Integer("min_length", 0, 6000) is { } shortest)
            option["min_length"] = shortest;
        if (type == 3 && form.Integer("max_length", 1, 6000) is { } longest)
            option["max_length"] = longest;
        if (type is 4 or 10)
            foreach (var bound in new[] { "min_value", "max_value" })
                if (form.Body[bound] is { } value)
                    option[bound] = value.DeepClone();
        if (type == 7 && form.List("channel_types", 20) is { } channels)
            option["channel_types"] = channels.DeepClone();
    }

    private JsonArray ReadChoices(Form form, int type)
    {
        var choices = new JsonArray();
        foreach (var item in form.Objects("choices", 25))
        {
            var choice = new JsonObject { ["name"] = item.Text("name", 100, 1, required: true) };
            choice["value"] = type == 3 ? item.Text("value", 100, 1, required: true) : item.Body["value"]?.DeepClone();
            CopyLocalizations(choice, item);
            _characters += (choice["name"]?.ToString().Length ?? 0) + (choice["value"]?.ToString().Length ?? 0);
            choices.Add((JsonNode)choice);
        }
        return choices;
    }

    private void CopyLocalizations(JsonObject target, Form form)
    {
        foreach (var field in new[] { "name_localizations", "description_localizations" })
            if (form.Body[field] is JsonObject { Count: > 0 } localized)
                target[field] = localized.DeepClone();
    }

    private void CheckName(Form form, string name)
    {
        if (name.Length > 0 && (!AllowedName().IsMatch(name) || name != name.ToLowerInvariant()))
            errors.Add(form.At("name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex AllowedName();
}
