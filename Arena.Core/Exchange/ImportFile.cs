using System.IO.Compression;

namespace Arena.Core.Exchange;

/// <summary>Opens a file of comparisons, whichever of the known formats it is in.</summary>
internal static class ImportFile
{
    private const int Sniffed = 1 << 12;

    /// <exception cref="ImportException">It can not be used; the message names it.</exception>
    public static ImportSource Open(string path, ImportProgress progress)
    {
        if (Directory.Exists(path))
            throw new ImportException($"{path} is a folder; name a file of comparisons.");
        if (!File.Exists(path))
            throw new ImportException($"There is no file {path}.");
        FileStream file;
        try
        {
            file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new ImportException($"{path} can not be read: {e.Message}", e);
        }

        try
        {
            progress.Begin(file.Length);
            return OpenSource(path, new CountedStream(file, progress));
        }
        catch (Exception e)
        {
            file.Dispose();
            if (e is InvalidDataException)
                throw new ImportException($"{path} is damaged: {e.Message}", e);
            throw e is ImportException ? new ImportException($"{path} can not be used. {e.Message}", e) : e;
        }
    }

    private static ImportSource OpenSource(string path, Stream stream)
    {
        var name = path;
        if (HasEnding(name, ".gz"))
        {
            name = name[..^3];
            stream = new GZipStream(stream, CompressionMode.Decompress);
        }

        var beginning = new byte[Sniffed];
        var read = stream.ReadAtLeast(beginning, Sniffed, throwOnEndOfStream: false);
        var sniffed = beginning.AsMemory(0, read);
        if (sniffed.Span.TrimStart(" \t\r\n"u8).IsEmpty && read < Sniffed)
            throw new ImportException("It is empty.");
        if (sniffed.Span.Contains((byte)0) && !HasUtf16Mark(sniffed.Span))
            throw new ImportException("It is no text: CSV or one JSON object a line is expected.");

        var whole = new PrefixedStream(sniffed, stream);
        var first = sniffed.Span.StartsWith("\uFEFF"u8) ? sniffed.Span[3..] : sniffed.Span;
        return HasEnding(name, ".jsonl") || HasEnding(name, ".ndjson") || first.TrimStart(" \t\r\n"u8).StartsWith("{"u8)
            ? new JsonlSource(whole)
            : new CsvSource(whole, HasEnding(name, ".tsv") ? '\t' : null);
    }

    private static bool HasUtf16Mark(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static bool HasEnding(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
