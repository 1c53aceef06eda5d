using System.IO.Compression;

namespace Bot.Commands.Leaderboards;

/// <summary>
/// Takes what is to be uploaded, as it is and compressed side by side, so that it is read once and never needs more memory than twice what
/// may be uploaded. Throws <see cref="UploadTooLargeException"/> once not even the compressed form fits.
/// </summary>
internal sealed class UploadStream : Stream
{
    /// <summary>What every server may upload, in bytes; Discord tells where it is more.</summary>
    public const long UsualLimit = 10 * 1024 * 1024;

    private readonly long _limit;
    private readonly MemoryStream _compressed = new();
    private readonly GZipStream _gzip;
    private MemoryStream? _plain = new();

    public UploadStream(long limit)
    {
        _limit = limit;
        _gzip = new GZipStream(_compressed, CompressionLevel.Optimal, leaveOpen: true);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>All that was written; null if that is too large.</summary>
    public ReadOnlyMemory<byte>? Plain => _plain?.GetBuffer().AsMemory(0, (int)_plain.Length);

    /// <summary>The same as a gzip file, once <see cref="FinishAsync"/> was called.</summary>
    public ReadOnlyMemory<byte> Compressed => _compressed.GetBuffer().AsMemory(0, (int)_compressed.Length);

    /// <summary>To be called when everything is written.</summary>
    public async Task FinishAsync()
    {
        await _gzip.DisposeAsync();
        CheckCompressed();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_plain is not null && _plain.Length + buffer.Length > _limit)
            _plain = null;
        _plain?.Write(buffer);
        _gzip.Write(buffer);
        CheckCompressed();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
            _compressed.Dispose();
            _plain?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckCompressed()
    {
        if (_plain is null && _compressed.Length > _limit)
            throw new UploadTooLargeException();
    }
}
