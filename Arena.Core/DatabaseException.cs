namespace Arena.Core;

/// <summary>
/// The database can not be used as it is. The message says what is wrong and what to do. Whoever asks the storage for
/// something may catch this; its kinds are the storage's own.
/// </summary>
public abstract class DatabaseException : Exception
{
    private protected DatabaseException(string message, Exception? inner = null) : base(message, inner) { }
}
