using System.Text.Json;

namespace Bot.Configuration;

/// <summary>One object of a list file, with its place for complaints.</summary>
internal sealed class ListEntry
{
    private readonly string _path;
    private readonly string _place;
    private readonly Dictionary<string, JsonElement> _values = [];
    private readonly ICollection<Complaint> _complaints;

    private ListEntry(string path, string place, ICollection<Complaint> complaints)
    {
        _path = path;
        _place = place;
        _complaints = complaints;
    }

    public static ListEntry Read(string path, string place, JsonElement element, IReadOnlyList<string> keys, ICollection<Complaint> complaints)
    {
        var entry = new ListEntry(path, place, complaints);
        foreach (var property in element.EnumerateObject())
        {
            if (!keys.Contains(property.Name))
            {
                var nearest = DidYouMean.Find(property.Name, keys);
                entry.Complain(
                    property.Name, "no key of an entry",
                    nearest is null ? $"one of {string.Join(", ", keys)}" : $"a known one; did you mean {nearest}?");
            }
            else if (!entry._values.TryAdd(property.Name, property.Value.Clone()))
            {
                entry.Complain(property.Name, "given twice", "one value");
            }
        }

        return entry;
    }

    /// <summary>The text at the key, or null after a complaint.</summary>
    public string? Required(string key, Func<string, bool> isGood, string expectation)
    {
        if (_values.ContainsKey(key))
            return Optional(key, isGood, expectation);

        Complain(key, "missing", expectation);
        return null;
    }

    /// <summary>The text at the key; null when it is not there, or after a complaint.</summary>
    public string? Optional(string key, Func<string, bool> isGood, string expectation)
    {
        if (!_values.TryGetValue(key, out var element))
            return null;

        if (element.ValueKind == JsonValueKind.String && element.GetString()! is var text && !string.IsNullOrWhiteSpace(text) && isGood(text))
            return text;

        Complain(key, Shortened(element.GetRawText()), expectation);
        return null;
    }

    public void Complain(string key, string value, string expectation) =>
        _complaints.Add(new Complaint(_path, $"{_place}.{key}", value, expectation));

    private static string Shortened(string raw)
    {
        const int longest = 80;
        return raw.Length <= longest ? raw : string.Concat(raw.AsSpan(0, longest), "…");
    }
}
