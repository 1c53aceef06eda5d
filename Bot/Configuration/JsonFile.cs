using System.Globalization;
using System.Text.Json;

namespace Bot.Configuration;

/// <summary>Reads a configuration file: JSON with comments and trailing commas.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The document, or null after a complaint that names the line and the column of what is broken.</summary>
    public static JsonDocument? TryOpen(string path, ICollection<Complaint> complaints)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            complaints.Add(new Complaint(
                string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}, column {column}"),
                string.Empty,
                string.Empty,
                $"valid JSON: {Reason(broken)}"));
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            complaints.Add(new Complaint(path, string.Empty, string.Empty, $"a file that can be read: {unreadable.Message}"));
            return null;
        }
    }

    /// <summary>The parser's own sentence, without the position it appends: that is said already.</summary>
    private static string Reason(JsonException broken)
    {
        var end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? broken.Message : broken.Message[..end];
    }
}
