using System.Globalization;
using Arena.Core.Prompts;

namespace Bot.Configuration;

/// <summary>Reads <c>prompts.json</c>: a list of <c>{ "category", "text" }</c> that <c>/battle</c> without a prompt draws from.</summary>
internal static class PromptsFile
{
    /// <summary>With one prompt nothing would be drawn.</summary>
    private const int Fewest = 2;

    private static readonly string[] Keys = ["category", "text"];

    public static IReadOnlyList<LibraryPrompt> Read(
        string path, int maxCharacters, ICollection<Complaint> complaints)
    {
        if (!File.Exists(path))
        {
            complaints.Add(new Complaint(path, string.Empty, string.Empty, "the file to be there, with at least 2 prompts"));
            return [];
        }

        var before = complaints.Count;
        var prompts = new List<LibraryPrompt>();
        var texts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var entries = ListFile.Read(path, "a list of prompts: [ { \"category\": \"math\", \"text\": \"…\" } ]", Keys, complaints);
        foreach (var (index, entry) in entries.Index())
        {
            var category = entry.Required("category", PromptCategories.IsKnown, $"one of {string.Join(", ", PromptCategories.All)}");
            var text = entry.Required("text", text => text.EnumerateRunes().Count() <= maxCharacters, string.Create(
                CultureInfo.InvariantCulture, $"a prompt of 1 to {maxCharacters} characters (battles.maxPromptCharacters)"));
            if (text is not null && !texts.TryAdd(text.Trim(), index))
            {
                entry.Complain("text", $"the same as [{texts[text.Trim()]}].text", "each prompt once");
            }
            else if (text is not null && category is not null)
            {
                prompts.Add(new LibraryPrompt(text.Trim(), category));
            }
        }

        if (prompts.Count < Fewest && complaints.Count == before)
        {
            complaints.Add(new Complaint(
                path, "the list", string.Create(CultureInfo.InvariantCulture, $"{prompts.Count} long"), "at least 2 prompts"));
        }

        return prompts;
    }
}
