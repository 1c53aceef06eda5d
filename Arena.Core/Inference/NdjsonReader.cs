namespace Arena.Core.Inference;

/// <summary>Takes a stream apart into lines, as they come.</summary>
internal sealed class NdjsonReader(Stream stream)
{
    /// <summary>Far above any line that Ollama sends; a longer one is no NDJSON.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>The next line that is not blank, without its end; null when the stream is over. Valid until the next call.</summary>
    /// <exception cref="InvalidDataException">The line is longer than <see cref="LongestLine"/>.</exception>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = start;
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = buffer.AsMemory(start, searched + at - start);
                start = searched = searched + at + 1;
                if (IsBlank(line.Span))
                {
                    continue;
                }

                return new Line(line, IsTerminated: true);
            }

            searched = end - start;
            MakeRoom();
            searched += start;
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                var rest = buffer.AsMemory(start, end - start);
                start = end;
                return IsBlank(rest.Span) ? null : new Line(rest, IsTerminated: false);
            }

            end += read;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r"u8).IsEmpty;

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end < buffer.Length)
        {
            return;
        }

        if (buffer.Length >= LongestLine)
        {
            throw new InvalidDataException($"A line of more than {LongestLine} bytes.");
        }

        Array.Resize(ref buffer, buffer.Length * 2);
    }

    /// <param name="IsTerminated">False for a last line that the stream broke off.</param>
    public readonly record struct Line(ReadOnlyMemory<byte> Bytes, bool IsTerminated);
}
