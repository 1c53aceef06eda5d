namespace Arena.Core.Storage;

/// <summary>Which world a database belongs to, so that demo models and play votes never reach a real board.</summary>
public enum Realm
{
    Live,
    Sandbox,
}
