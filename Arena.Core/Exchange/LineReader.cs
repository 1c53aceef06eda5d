namespace Arena.Core.Exchange;

/// <summary>The lines of a stream, without their ends and without a byte order mark.</summary>
internal sealed class LineReader(Stream stream, int longest)
{
    private byte[] _buffer = new byte[1 << 20];
    private int _begin;
    private int _end;
    private bool _ended;

    /// <summary>The number of the present line, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The next line; false at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">A line is too long, or the stream is damaged.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_begin + searched, _end - _begin - searched).IndexOf((byte)'\n');
            if (at >= 0 || (_ended && _end > _begin))
            {
                var length = at >= 0 ? searched + at : _end - _begin;
                line = _buffer.AsSpan(_begin, length).TrimEnd((byte)'\r');
                _begin = Math.Min(_end, _begin + length + 1);
                if (++Line == 1 && line.StartsWith("\uFEFF"u8))
                    line = line[3..];
                return true;
            }

            if (_ended)
            {
                line = default;
                return false;
            }

            searched = _end - _begin;
            Fill();
        }
    }

    private void Fill()
    {
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
            (_begin, _end) = (0, _end - _begin);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= longest)
                throw new InvalidDataException($"a line is longer than {longest >> 20} MiB");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
