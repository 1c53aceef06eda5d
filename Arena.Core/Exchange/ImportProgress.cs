namespace Arena.Core.Exchange;

/// <summary>How far an import is, to be looked at from another thread.</summary>
public sealed class ImportProgress
{
    private long _read;
    private long _length;

    /// <summary>Bytes of the file read so far.</summary>
    public long Read => Volatile.Read(ref _read);

    /// <summary>Bytes of the file; 0 before it is open.</summary>
    public long Length => Volatile.Read(ref _length);

    internal void Begin(long length) => Volatile.Write(ref _length, length);

    internal void Add(int bytes) => Volatile.Write(ref _read, _read + bytes);
}
