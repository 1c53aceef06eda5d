namespace Bot.Commands.Leaderboards;

/// <summary>What is written is larger than Discord takes, even compressed.</summary>
internal sealed class UploadTooLargeException : IOException;
