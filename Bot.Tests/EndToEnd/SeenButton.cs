namespace Bot.Tests.EndToEnd;

internal sealed record SeenButton(string Label, string CustomId, bool IsDisabled);
