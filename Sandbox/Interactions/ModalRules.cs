using System.Text.Json.Nodes;
using Sandbox.Rest;

namespace Sandbox.Interactions;

/// <summary>Checks a modal that the bot shows, and numbers its components.</summary>
internal sealed class ModalRules(FormErrors errors)
{
    private readonly HashSet<string> _customIds = [];
    private int _count;

    public static JsonObject Read(Form data)
    {
        var rules = new ModalRules(data.Errors);
        var modal = new JsonObject
        {
            ["custom_id"] = data.Text("custom_id", 100, 1, required: true),
            ["title"] = data.Text("title", 45, 1, required: true),
            ["components"] = rules.ReadTop(data),
        };
        data.Errors.ThrowIfAny();
        return modal;
    }

    private JsonArray ReadTop(Form data)
    {
        var top = new JsonArray();
        foreach (var form in data.Objects("components", 5, 1, required: true))
        {
            var component = Numbered(form);
            switch ((int)(form.Integer("type", required: true) ?? 0))
            {
                case 1:
                    component["components"] = ReadRow(form);
                    break;
                case 18:
                    form.Text("label", 45, 1, required: true);
                    form.Text("description", 100);
                    component["component"] = form.Object("component", required: true) is { } inner ? ReadField(inner, inLabel: true) : null;
                    break;
                case 10:
                    form.Text("content", 4000, 1, required: true);
                    break;
                default:
                    errors.Add(form.At("type"), "BASE_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).");
                    break;
            }
            top.Add((JsonNode)component);
        }
        return top;
    }

    private JsonArray ReadRow(Form row)
    {
        var inner = new JsonArray();
        foreach (var form in row.Objects("components", 1, 1, required: true))
            inner.Add((JsonNode)ReadField(form, inLabel: false));
        return inner;
    }

    private JsonObject ReadField(Form form, bool inLabel)
    {
        var field = Numbered(form);
        var type = form.Integer("type", required: true);
        long[] allowed = inLabel ? [3, 4, 5, 6, 7, 8, 19, 21, 22, 23] : [4];
        if (type is { } known && !allowed.Contains(known))
            errors.Add(form.At("type"), "BASE_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", allowed)}).");
        if (form.Text("custom_id", 100, 1, required: true) is { } id && !_customIds.Add(id))
            errors.Add(form.At("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        if (type == 4)
        {
            form.Integer("style", 1, 2, required: true);
            if (!inLabel)
                form.Text("label", 45, 1, required: true);
            form.Text("value", 4000);
            form.Text("placeholder", 100);
            form.Integer("min_length", 0, 4000);
            form.Integer("max_length", 1, 4000);
        }
        else if (type == 3)
            foreach (var option in form.Objects("options", 25, 1, required: true))
            {
                option.Text("label", 100, 1, required: true);
                option.Text("value", 100, 1, required: true);
            }
        return field;
    }

    private JsonObject Numbered(Form form)
    {
        var component = (JsonObject)form.Body.DeepClone();
        component["id"] = ++_count;
        return component;
    }
}
