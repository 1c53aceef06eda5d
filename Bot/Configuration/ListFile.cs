using System.Text.Json;

namespace Bot.Configuration;

/// <summary>Reads a file that is one list of flat objects with text values.</summary>
internal static class ListFile
{
    public static IReadOnlyList<ListEntry> Read(string path, string expectation, IReadOnlyList<string> keys, ICollection<Complaint> complaints)
    {
        using var document = JsonFile.TryOpen(path, complaints);
        if (document is null)
            return [];

        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            complaints.Add(new Complaint(path, "the file", document.RootElement.ValueKind.ToString().ToLowerInvariant(), expectation));
            return [];
        }

        var entries = new List<ListEntry>();
        foreach (var (index, element) in document.RootElement.EnumerateArray().Index())
        {
            var place = $"[{index}]";
            if (element.ValueKind != JsonValueKind.Object)
            {
                complaints.Add(new Complaint(path, place, element.GetRawText(), $"an object with {string.Join(", ", keys)}"));
                continue;
            }

            entries.Add(ListEntry.Read(path, place, element, keys, complaints));
        }

        return entries;
    }
}
