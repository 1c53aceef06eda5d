namespace Bot.Configuration;

/// <summary>A value that cannot be used: where it stands, what it is as written, what was expected.</summary>
internal readonly record struct Fault(string Key, string Value, string Expectation);
