namespace Arena.Core.Exchange;

/// <summary>The file can not be used at all. The message is one sentence for whoever named it.</summary>
public sealed class ImportException(string message, Exception? inner = null) : Exception(message, inner);
