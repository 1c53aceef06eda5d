namespace Bot.Tests.Discord;

internal sealed record FormPart(string Name, string? FileName, string? ContentType, byte[] Content);
