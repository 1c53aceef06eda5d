using System.Globalization;
using System.Text.Json;

namespace Bot.Configuration;

internal sealed class DiscordIds : SettingType<IReadOnlyList<ulong>>
{
    public override string Expectation => $"a list, each entry {DiscordId.OneId}";

    public override IReadOnlyList<ulong> Read(JsonElement element, string key, ICollection<Fault> faults)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return Wrong(key, Raw(element), faults) ?? [];

        var ids = new List<ulong>();
        foreach (var entry in element.EnumerateArray())
        {
            var place = $"{key}[{ids.Count}]";
            if (!DiscordId.TryRead(entry, out var id))
                faults.Add(new Fault(place, Raw(entry), DiscordId.OneId));

            ids.Add(id);
        }

        return [.. ids.Distinct()];
    }

    public override IReadOnlyList<ulong> Parse(string text, string key, ICollection<Fault> faults)
    {
        var ids = new List<ulong>();
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!DiscordId.TryParse(entry, out var id))
                faults.Add(new Fault(key, Quoted(entry), DiscordId.OneId));

            ids.Add(id);
        }

        return [.. ids.Distinct()];
    }

    public override string Format(IReadOnlyList<ulong> value) =>
        $"[{string.Join(", ", value.Select(id => Quoted(id.ToString(CultureInfo.InvariantCulture))))}]";
}
