namespace Arena.Core.Storage;

/// <summary>The database belongs to the other world: sandbox and live never share one.</summary>
public sealed class DatabaseRealmException(string path, Realm found, Realm wanted) : DatabaseException(
    $"The database {path} is a {Name(found)} database, and this start is a {Name(wanted)} one. " +
    "Name another data folder in ARENA_DATA.")
{
    public Realm Found { get; } = found;
    public Realm Wanted { get; } = wanted;

    private static string Name(Realm realm) => realm == Realm.Live ? "live" : "sandbox";
}
