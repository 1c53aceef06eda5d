namespace Arena.Core.Exchange;

/// <summary>The rows of a file one after the other, whatever its format. Values are bytes of UTF-8, valid until the next row.</summary>
internal abstract class ImportSource : IDisposable
{
    /// <summary>The longest row that is read. Longer ones come from a quote that is never closed, or from no table at all.</summary>
    protected const int LongestRow = 1 << 24;

    /// <summary>The line that the present row begins in, counted from 1.</summary>
    public abstract long Line { get; }

    /// <summary>What is wrong with the present row as a whole; null when its values can be read.</summary>
    public abstract string? Fault { get; }

    /// <summary>The columns that are not known, as far as they were seen.</summary>
    public abstract IReadOnlyCollection<string> Unknown { get; }

    /// <summary>The value of a column in the present row; empty where there is none.</summary>
    public abstract ReadOnlySpan<byte> this[ImportColumn column] { get; }

    /// <summary>Whether the file has that column, as far as it was seen.</summary>
    public abstract bool Has(ImportColumn column);

    /// <summary>Goes on to the next row; false at the end.</summary>
    public abstract bool Read();

    public abstract void Dispose();
}
