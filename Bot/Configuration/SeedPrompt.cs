namespace Bot.Configuration;

/// <summary>An entry of <c>prompts.json</c>.</summary>
public sealed record SeedPrompt(string Category, string Text);
