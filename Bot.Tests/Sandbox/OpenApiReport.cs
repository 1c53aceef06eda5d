namespace Bot.Tests.Sandbox;

/// <summary>How many bodies were held against the document, and what did not fit.</summary>
internal sealed record OpenApiReport(int Requests, int Responses, int Skipped, IReadOnlyList<string> Violations);
