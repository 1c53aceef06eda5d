using System.Text;
using System.Text.Json;

namespace Arena.Core.Prompts;

/// <summary>
/// Reads a file of prompts: JSON in the form of the operator's <c>prompts.json</c>, or plain text. Text holds one prompt a line; where
/// there is an empty line between others, empty lines separate prompts, which then may have several lines.
/// </summary>
public static class PromptFile
{
    /// <summary>Bytes a file may have.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Prompts a file may hold.</summary>
    public const int MaxPrompts = 2_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="name">Name of the file; what ends with <c>.json</c> is JSON, what ends with <c>.txt</c> or <c>.md</c> is text.</param>
    /// <param name="maxCharacters">Characters (code points) a prompt may have.</param>
    public static PromptFileResult Read(ReadOnlySpan<byte> bytes, string name, int maxCharacters)
    {
        if (Decode(bytes) is not { } text)
            return new PromptFileResult.NotText();
        if (string.IsNullOrWhiteSpace(text))
            return new PromptFileResult.Empty();
        try
        {
            return IsJson(name, text) ? Checked(PromptsJson.Read(Strict.GetBytes(text)), maxCharacters) : Checked(Lines(text), maxCharacters);
        }
        catch (JsonException broken)
        {
            return new PromptFileResult.BrokenJson((int)(broken.LineNumber ?? 0) + 1, Reason(broken));
        }
    }

    /// <summary>Null for what is no text: other encodings and binary files hold zeros or what is no UTF-8.</summary>
    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return content.Contains((byte)0) ? null : Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsJson(string name, string text) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".JSON" => true,
        ".TXT" or ".MD" => false,
        _ => text.TrimStart()[0] is '[' or '{',
    };

    private static PromptFileResult Checked(IReadOnlyList<PromptEntry>? entries, int maxCharacters)
    {
        if (entries is null)
            return new PromptFileResult.NotAList();
        if (entries.Count is 0 or > MaxPrompts)
            return entries.Count == 0 ? new PromptFileResult.Empty() : new PromptFileResult.TooMany(MaxPrompts, entries.Count);
        var (prompts, problems) = (new List<LibraryPrompt>(), new List<PromptProblem>());
        foreach (var entry in entries)
        {
            if (entry.Problem(maxCharacters, out var prompt) is { } problem)
                problems.Add(problem);
            else
                prompts.Add(prompt!);
        }

        return new PromptFileResult.Parsed(new ParsedPrompts(prompts, problems));
    }

    private static List<PromptEntry> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        var inBlocks = lines.Skip(first).Any(string.IsNullOrWhiteSpace);
        var entries = new List<PromptEntry>();
        var isOpen = false;
        foreach (var (index, line) in lines.Index())
        {
            if (isOpen && inBlocks && !string.IsNullOrWhiteSpace(line))
                entries[^1] = entries[^1] with { Text = $"{entries[^1].Text}\n{line}" };
            else if (!string.IsNullOrWhiteSpace(line))
                entries.Add(new PromptEntry(index + 1, line, null, false, null));
            isOpen = !string.IsNullOrWhiteSpace(line);
        }

        return entries;
    }

    /// <summary>The parser's own sentence, without the position it appends: that is said already.</summary>
    private static string Reason(JsonException broken)
    {
        var end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? broken.Message : broken.Message[..end];
    }
}
