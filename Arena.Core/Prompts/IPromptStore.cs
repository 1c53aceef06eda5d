namespace Arena.Core.Prompts;

/// <summary>Where servers' prompts are kept. Each change is one transaction, and stands in the audit with who made it.</summary>
internal interface IPromptStore
{
    Task<StoredPrompts> LoadAsync(ServerId server, CancellationToken cancellationToken);

    /// <summary>Prompts of a channel's last battles, the newest first.</summary>
    Task<IReadOnlyList<string>> RecentAsync(ChannelId channel, int count, CancellationToken cancellationToken);

    /// <summary>Adds those that are not there yet, and brings hidden ones back: all of them, or none where the library has no room for all.</summary>
    /// <param name="file">Name of the file they come from; null for a prompt that was typed.</param>
    Task<PromptAdditions> AddAsync(
        ServerId server, MemberId by, IReadOnlyList<NewPrompt> prompts, string? file, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Takes away one of the server's own. False when it is gone already.</summary>
    Task<bool> RemoveAsync(ServerId server, MemberId by, StoredPrompt prompt, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Hides one of the operator's. False when it is hidden already.</summary>
    Task<bool> HideAsync(ServerId server, MemberId by, string key, string text, DateTimeOffset at, CancellationToken cancellationToken);
}
