namespace Arena.Core.Inference;

/// <summary>Takes a stream apart into lines, as they come.</summary>
internal sealed class NdjsonReader(Stream stream)
{
    /// <summary>Far above any line that Ollama sends; a longer one is no NDJSON.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line that is not blank, without its end; null when the stream is over. Valid until the next call.</summary>
    /// <exception cref="InvalidDataException">The line is longer than <see cref="LongestLine"/>.</exception>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = _start;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = _buffer.AsMemory(_start, searched + at - _start);
                _start = searched = searched + at + 1;
                if (IsBlank(line.Span))
                    continue;

                return new Line(line, IsTerminated: true);
            }

            searched = _end - _start;
            MakeRoom();
            searched += _start;
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                var rest = _buffer.AsMemory(_start, _end - _start);
                _start = _end;
                return IsBlank(rest.Span) ? null : new Line(rest, IsTerminated: false);
            }

            _end += read;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r"u8).IsEmpty;

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end < _buffer.Length)
            return;

        if (_buffer.Length >= LongestLine)
            throw new InvalidDataException($"A line of more than {LongestLine} bytes.");

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }

    /// <param name="IsTerminated">False for a last line that the stream broke off.</param>
    public readonly record struct Line(ReadOnlyMemory<byte> Bytes, bool IsTerminated);
}
