namespace Arena.Core.Storage;

/// <summary>The database can not be used as it is. The message says what is wrong and what to do.</summary>
public abstract class DatabaseException : Exception
{
    private protected DatabaseException(string message, Exception? inner = null) : base(message, inner) { }
}
