namespace Arena.Core.Storage;

/// <summary>Another process works in the data folder.</summary>
public sealed class DataFolderInUseException(string folder, Exception? inner = null) : DatabaseException(
    $"The data folder {folder} is in use by another process of the arena. Stop that one first, or name another folder in ARENA_DATA.", inner);
