namespace Arena.Core.Storage;

/// <summary>The database was written by a newer program.</summary>
public sealed class DatabaseTooNewException(string path, int found, int known) : DatabaseException(
    $"The database {path} has version {found}, and this program knows versions up to {known}. " +
    "Start the newer program again, or restore the copy that was made before its migration.")
{
    /// <summary>The database's version.</summary>
    public int Found { get; } = found;

    /// <summary>The newest version this program knows.</summary>
    public int Known { get; } = known;
}
