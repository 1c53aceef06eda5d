using System.Text;
using System.Text.Json;
using Bot.Discord.Wire;

namespace Bot.Discord.Registration;

/// <summary>
/// A command as one text, the same for a command that we write and for the one that Discord gives back for it: defaults left out, fields in
/// one order, sets sorted. Fields that we never set are part of it where they say something.
/// </summary>
internal static class CommandFingerprint
{
    public static string Of(JsonElement command)
    {
        var text = new StringBuilder();
        Add(text, "type", (command.FindInt("type") ?? 1).ToString());
        Add(text, "name", Quote(command.FindText("name")));
        Add(text, "description", Quote(command.FindText("description")));
        Add(text, "permissions", command.FindId("default_member_permissions")?.ToString());
        Add(text, "contexts", Set(command, "contexts"));
        Add(text, "integration_types", Set(command, "integration_types"));
        Add(text, "nsfw", command.IsTrue("nsfw") ? "true" : null);
        AddCommon(text, command);
        return text.ToString();
    }

    private static void AddOption(StringBuilder text, JsonElement option)
    {
        Add(text, "type", (option.FindInt("type") ?? 0).ToString());
        Add(text, "name", Quote(option.FindText("name")));
        Add(text, "description", Quote(option.FindText("description")));
        Add(text, "required", option.IsTrue("required") ? "true" : null);
        Add(text, "autocomplete", option.IsTrue("autocomplete") ? "true" : null);
        Add(text, "channel_types", Set(option, "channel_types"));
        foreach (var bound in (string[])["min_length", "max_length", "min_value", "max_value"])
            Add(text, bound, option.Find(bound) is { } value ? value.GetDouble().ToString("R") : null);
        foreach (var choice in option.Items("choices"))
            Add(text, "choice", $"{Quote(choice.FindText("name"))}={Value(choice)}{Localized(choice)}");
        AddCommon(text, option);
    }

    private static void AddCommon(StringBuilder text, JsonElement part)
    {
        Add(text, "localized", Localized(part) is { Length: > 0 } localized ? localized : null);
        foreach (var option in part.Items("options"))
        {
            text.Append('{');
            AddOption(text, option);
            text.Append('}');
        }
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append(name).Append(':').Append(value).Append(';');
    }

    private static string Quote(string? text) => JsonSerializer.Serialize(text ?? "");

    private static string Value(JsonElement choice) =>
        choice.Find("value") is not { } value ? ""
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble().ToString("R")
        : Quote(value.GetString());

    private static string? Set(JsonElement part, string name)
    {
        var values = part.Items(name).Select(value => value.GetInt32()).Order().ToList();
        return values.Count == 0 ? null : string.Join(',', values);
    }

    /// <summary>We write none, so any that stand there are a difference.</summary>
    private static string Localized(JsonElement part) => string.Concat(
        part.Entries("name_localizations").Concat(part.Entries("description_localizations")).Select(entry => $"{entry.Name}={entry.Value};"));
}
