using System.Text.Json;

namespace Bot.Configuration;

internal sealed class NodeAddresses : SettingType<IReadOnlyList<Uri>>
{
    public override string Expectation => $"a list of at least one address, each {NodeAddress.Expectation}";

    public override IReadOnlyList<Uri> Read(JsonElement element, string key, ICollection<Fault> faults)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0)
            return Wrong(key, Raw(element), faults) ?? [];

        var nodes = new List<Uri>();
        foreach (var (index, entry) in element.EnumerateArray().Index())
        {
            if (entry.ValueKind == JsonValueKind.String && NodeAddress.TryParse(entry.GetString()!, out var node))
                nodes.Add(node);
            else
                faults.Add(new Fault($"{key}[{index}]", Raw(entry), NodeAddress.Expectation));
        }

        return [.. nodes.Distinct()];
    }

    public override IReadOnlyList<Uri> Parse(string text, string key, ICollection<Fault> faults)
    {
        var nodes = new List<Uri>();
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (NodeAddress.TryParse(entry, out var node))
                nodes.Add(node);
            else
                faults.Add(new Fault(key, Quoted(entry), NodeAddress.Expectation));
        }

        return nodes.Count == 0 && faults.Count == 0 ? Wrong(key, Quoted(text), faults) ?? [] : [.. nodes.Distinct()];
    }

    public override string Format(IReadOnlyList<Uri> value) =>
        $"[{string.Join(", ", value.Select(node => Quoted(NodeAddress.Format(node))))}]";
}
