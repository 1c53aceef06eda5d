using System.Text.Json;

namespace Arena.Core.Prompts;

/// <summary>
/// Reads a list of prompts as JSON, with the line of each: <c>{ "text", "category", "age_restricted" }</c>, of which only the text must be
/// there, or the text alone. Comments and trailing commas are allowed, as in the operator's files; other keys are passed over.
/// </summary>
internal static class PromptsJson
{
    private const string NoText = "a text at \"text\"";

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>Null when it is no list.</returns>
    /// <exception cref="JsonException">It is broken.</exception>
    public static IReadOnlyList<PromptEntry>? Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Lenient);
        reader.Read();
        var isList = reader.TokenType == JsonTokenType.StartArray;
        var entries = new List<PromptEntry>();
        var (line, counted) = (1, 0);
        while (isList && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            line += utf8[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            entries.Add(One(ref reader, line));
        }

        while (reader.Read())
        {
            // What follows must be sound, too.
        }

        return isList ? entries : null;
    }

    private static PromptEntry One(ref Utf8JsonReader reader, int line)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new PromptEntry(line, Text(ref reader) ?? "", null, false, null);
        if (reader.TokenType == JsonTokenType.StartObject)
            return Object(ref reader, line);
        reader.Skip();
        return new PromptEntry(line, "", null, false, NoText);
    }

    private static PromptEntry Object(ref Utf8JsonReader reader, int line)
    {
        string? text = null;
        var entry = new PromptEntry(line, "", null, false, null);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = Text(ref reader);
            reader.Read();
            switch (key)
            {
                case "text" when reader.TokenType == JsonTokenType.String:
                    text = Text(ref reader);
                    break;
                case "category" when reader.TokenType is JsonTokenType.String or JsonTokenType.Null:
                    entry = entry with { Category = Text(ref reader) };
                    break;
                case "category":
                    entry = entry with { Expected = "a text at \"category\"" };
                    break;
                case "age_restricted" when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                    entry = entry with { IsAgeRestricted = reader.GetBoolean() };
                    break;
                case "age_restricted":
                    entry = entry with { Expected = "true or false at \"age_restricted\"" };
                    break;
            }

            reader.Skip();
        }

        return text is null ? entry with { Expected = NoText } : entry with { Text = text };
    }

    /// <summary>Null for what is no text in any encoding, such as half of a pair of surrogates.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
