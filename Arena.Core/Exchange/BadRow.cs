namespace Arena.Core.Exchange;

/// <summary>A row that could not be used.</summary>
/// <param name="Line">The line of the file it begins in, counted from 1.</param>
/// <param name="Reason">What is wrong with it, with the value in question.</param>
public sealed record BadRow(long Line, string Reason);
