using System.Text.RegularExpressions;

namespace Arena.Core.Tests.Inference;

/// <summary>An exchange with a running Ollama, as it was recorded.</summary>
internal sealed partial record RecordedExchange(string Name, string Request, string StatusLine, IReadOnlyList<string> Headers, string Body)
{
    public static string? Folder =>
        Environment.GetEnvironmentVariable("ARENA_TEST_DATA") is { Length: > 0 } data ? Path.Combine(data, "ollama-recorded") : null;

    public bool IsChunked => Headers.Any(header => header.StartsWith("Transfer-Encoding", StringComparison.OrdinalIgnoreCase));

    public static RecordedExchange Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder!, name + ".txt")).ReplaceLineEndings("\n");
        var (request, answer) = (text[..text.IndexOf("\n<<<", StringComparison.Ordinal)], text[text.IndexOf("\n<<<", StringComparison.Ordinal)..]);
        var start = answer.IndexOf("HTTP/1.1", StringComparison.Ordinal);
        var headEnd = answer.IndexOf("\n\n", start, StringComparison.Ordinal);
        var head = answer[start..(headEnd < 0 ? answer.Length : headEnd)].Split('\n');
        var body = headEnd < 0 ? "" : LeftOut().Replace(answer[(headEnd + 2)..], "");
        return new RecordedExchange(name, request, head[0], [.. head.Skip(1).Where(line => line.Length > 0)], body.TrimEnd('\n'));
    }

    /// <summary>Sends the answer as it came: status line, headers, body, a stream line by line.</summary>
    public async Task ReplayAsync(LoopbackConnection connection)
    {
        var headers = Headers.Where(header => !header.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase));
        var length = IsChunked ? [] : new[] { $"Content-Length: {System.Text.Encoding.UTF8.GetByteCount(Body)}" };
        await connection.SendAsync($"{StatusLine}\r\n{string.Join("\r\n", headers.Concat(length))}\r\n\r\n");
        if (!IsChunked)
        {
            await connection.SendAsync(Body);
            return;
        }

        foreach (var line in Body.Split('\n'))
            await connection.ChunkAsync(line + "\n");

        await connection.EndStreamAsync();
    }

    [GeneratedRegex(@"^\.\.\. \(\d+ lines left out\) \.\.\.\n", RegexOptions.Multiline)]
    private static partial Regex LeftOut();
}
