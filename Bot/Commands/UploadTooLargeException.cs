namespace Bot.Commands;

/// <summary>What is written is larger than Discord takes, even compressed.</summary>
internal sealed class UploadTooLargeException : IOException;
