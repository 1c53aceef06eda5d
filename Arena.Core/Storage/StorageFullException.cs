namespace Arena.Core.Storage;

/// <summary>There is no room to write. Nothing that was acknowledged is lost; writing works again by itself once there is room.</summary>
public sealed class StorageFullException(string path, Exception? inner = null) : DatabaseException(
    $"The disk that holds {path} is full, so nothing can be stored. Make room; the arena goes on by itself.", inner);
