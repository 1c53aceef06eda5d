namespace Sandbox.Messages;

/// <summary>The message that a new one replies to.</summary>
internal sealed record MessageReference(ulong MessageId, bool MustExist);
