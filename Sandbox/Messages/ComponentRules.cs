using System.Text.Json.Nodes;
using Sandbox.Rest;

namespace Sandbox.Messages;

/// <summary>
/// Reads a message's components into the shape of answers: ids counted in order, defaults filled in, limits held.
/// The older kind of message takes up to five action rows; one with the flag for components v2 takes up to forty components of all kinds.
/// </summary>
internal sealed class ComponentRules(FormErrors errors, bool isV2)
{
    private const int MostComponents = 40;
    private const int MostText = 4000;
    private readonly HashSet<string> _customIds = [];
    private int _count;
    private int _text;

    public static IReadOnlyList<JsonObject>? Read(Form body, bool isV2)
    {
        if (!body.Has("components"))
            return null;
        var rules = new ComponentRules(body.Errors, isV2);
        var components = new List<JsonObject>();
        foreach (var form in body.Objects("components", isV2 ? MostComponents : 5))
            if (rules.ReadTop(form) is { } component)
                components.Add(component);
        if (rules._count > MostComponents)
            body.Errors.Add(body.At("components"), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"The maximum number of components is {MostComponents}");
        if (rules._text > MostText)
            body.Errors.Add(body.At("components"), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", $"The total size of displayable text is more than {MostText}");
        return components;
    }

    private JsonObject? ReadTop(Form form)
    {
        int[] allowed = isV2 ? [1, 9, 10, 12, 13, 14, 17] : [1];
        return Read(form, allowed);
    }

    private JsonObject? Read(Form form, int[] allowed)
    {
        var type = (int)(form.Integer("type", required: true) ?? -1);
        if (!allowed.Contains(type))
        {
            errors.Add(form.At("type"), "BASE_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", allowed)}).");
            return null;
        }
        var component = new JsonObject { ["type"] = type, ["id"] = ++_count };
        if (form.Integer("id", 0, int.MaxValue) is { } id and > 0)
            component["id"] = id;
        switch (type)
        {
            case 1: ReadRow(component, form); break;
            case 2: ReadButton(component, form); break;
            case >= 3 and <= 8: ReadSelect(component, form, type); break;
            case 9: ReadSection(component, form); break;
            case 10: ReadText(component, form); break;
            case 11: ReadThumbnail(component, form); break;
            case 12: ReadGallery(component, form); break;
            case 13: ReadFile(component, form); break;
            case 14: ReadSeparator(component, form); break;
            case 17: ReadContainer(component, form); break;
        }
        return component;
    }

    private JsonArray ReadInner(Form form, int[] allowed, int max)
    {
        var inner = new JsonArray();
        foreach (var item in form.Objects("components", max, min: 1, required: true))
            if (Read(item, allowed) is { } component)
                inner.Add((JsonNode)component);
        return inner;
    }

    private void ReadRow(JsonObject row, Form form)
    {
        var inner = ReadInner(form, [2, 3, 5, 6, 7, 8], 5);
        if (inner.Count > 1 && inner.Any(component => (int)component!["type"]! != 2))
            errors.Add(form.At("components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        row["components"] = inner;
    }

    private void ReadButton(JsonObject button, Form form)
    {
        var style = form.Integer("style", 1, 6, required: true);
        button["style"] = style;
        if (form.Text("label", 80) is { Length: > 0 } label)
            button["label"] = label;
        if (ReadEmoji(form) is { } emoji)
            button["emoji"] = emoji;
        if (form.Flag("disabled") is true)
            button["disabled"] = true;
        if (style == 5)
        {
            if (form.Url("url", 512) is { } url)
                button["url"] = url;
            else if (form.Body["url"] is null)
                errors.Required(form.At("url"));
            if (form.Body["custom_id"] is not null)
                errors.Add(form.At("custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        }
        else if (style == 6)
            button["sku_id"] = form.Text("sku_id", 20, required: true);
        else
        {
            ReadCustomId(button, form);
            if (form.Body["url"] is not null)
                errors.Add(form.At("url"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        }
        if (style != 6 && !button.ContainsKey("label") && !button.ContainsKey("emoji"))
            errors.Add(form.At("label"), "BASE_TYPE_REQUIRED", "A button needs a label or an emoji");
    }

    private void ReadSelect(JsonObject select, Form form, int type)
    {
        ReadCustomId(select, form);
        if (form.Text("placeholder", 150) is { Length: > 0 } placeholder)
            select["placeholder"] = placeholder;
        select["min_values"] = form.Integer("min_values", 0, 25) ?? 1;
        select["max_values"] = form.Integer("max_values", 1, 25) ?? 1;
        if (form.Flag("disabled") is true)
            select["disabled"] = true;
        if (type == 3)
            select["options"] = ReadOptions(form);
        else if (form.List("default_values", 25) is { } defaults)
            select["default_values"] = defaults.DeepClone();
        if (type == 8 && form.List("channel_types", 25) is { } kinds)
            select["channel_types"] = kinds.DeepClone();
    }

    private JsonArray ReadOptions(Form form)
    {
        var options = new JsonArray();
        var values = new HashSet<string>();
        foreach (var item in form.Objects("options", 25, min: 1, required: true))
        {
            var option = new JsonObject { ["label"] = item.Text("label", 100, 1, required: true), ["value"] = item.Text("value", 100, 1, required: true) };
            if (item.Text("description", 100) is { Length: > 0 } description)
                option["description"] = description;
            if (ReadEmoji(item) is { } emoji)
                option["emoji"] = emoji;
            if (item.Flag("default") is true)
                option["default"] = true;
            if (!values.Add((string?)option["value"] ?? ""))
                errors.Add(item.At("value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            options.Add((JsonNode)option);
        }
        return options;
    }

    private void ReadSection(JsonObject section, Form form)
    {
        section["components"] = ReadInner(form, [10], 3);
        section["accessory"] = form.Object("accessory", required: true) is { } accessory ? Read(accessory, [2, 11]) : null;
    }

    private void ReadText(JsonObject text, Form form)
    {
        var content = form.Text("content", MostText, 1, required: true) ?? "";
        _text += content.Length;
        text["content"] = content;
    }

    private void ReadThumbnail(JsonObject thumbnail, Form form)
    {
        thumbnail["media"] = ReadMedia(form, "media");
        thumbnail["description"] = form.Text("description", 1024);
        thumbnail["spoiler"] = form.Flag("spoiler") ?? false;
    }

    private void ReadGallery(JsonObject gallery, Form form)
    {
        var items = new JsonArray();
        foreach (var item in form.Objects("items", 10, 1, required: true))
            items.Add((JsonNode)new JsonObject
            {
                ["media"] = ReadMedia(item, "media"),
                ["description"] = item.Text("description", 1024),
                ["spoiler"] = item.Flag("spoiler") ?? false,
            });
        gallery["items"] = items;
    }

    private void ReadFile(JsonObject file, Form form)
    {
        file["file"] = ReadMedia(form, "file");
        file["spoiler"] = form.Flag("spoiler") ?? false;
        (file["name"], file["size"]) = (null, null);
    }

    private static void ReadSeparator(JsonObject separator, Form form)
    {
        separator["spacing"] = form.Integer("spacing", 1, 2) ?? 1;
        separator["divider"] = form.Flag("divider") ?? true;
    }

    private void ReadContainer(JsonObject container, Form form)
    {
        container["accent_color"] = form.Integer("accent_color", 0, 0xFFFFFF);
        container["spoiler"] = form.Flag("spoiler") ?? false;
        container["components"] = ReadInner(form, [1, 9, 10, 12, 13, 14], MostComponents);
    }

    private JsonObject ReadMedia(Form form, string name) =>
        new() { ["url"] = form.Object(name, required: true) is { } media ? media.Url("url", attachment: true) : null };

    private void ReadCustomId(JsonObject target, Form form)
    {
        var id = form.Text("custom_id", 100, min: 1, required: true);
        target["custom_id"] = id;
        if (id is not null && !_customIds.Add(id))
            errors.Add(form.At("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    private static JsonObject? ReadEmoji(Form form)
    {
        if (form.Object("emoji") is not { } emoji)
            return null;
        var shape = new JsonObject { ["name"] = emoji.Text("name", 32, required: true) };
        if (emoji.Id("id") is { } id)
            shape["id"] = Shapes.Wire.Id(id);
        return shape;
    }
}
