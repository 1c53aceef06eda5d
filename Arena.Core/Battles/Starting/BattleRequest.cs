using Arena.Core.Servers;

namespace Arena.Core.Battles.Starting;

/// <summary>What a member asks for. The prompt is as it arrived; <see cref="BattleDesk"/> checks it.</summary>
/// <param name="Category">One of the prompt categories, or null.</param>
public sealed record BattleRequest(
    ServerId Server, ChannelId Channel, MemberId Starter, string Prompt, PromptSource Source, string? Category)
{
    /// <summary>Who said the category; left out, the library for its prompts and the member for others.</summary>
    public CategorySource? CategorySource { get; init; }

    /// <summary>Roles of the starter in the server; some have limits of their own, see <see cref="RoleLimit"/>.</summary>
    public IReadOnlyList<RoleId> Roles { get; init; } = [];

    /// <summary>The channel that <see cref="Channel"/> is a thread of; null where it is none.</summary>
    public ChannelId? Parent { get; init; }

    /// <summary>The channel is age-restricted: only there models and prompts that are marked so may play.</summary>
    public bool IsAgeRestricted { get; init; }

    /// <summary>How long the channel makes this member wait between messages; zero for not at all.</summary>
    public TimeSpan SlowMode { get; init; }

    /// <summary>Name of a sampling preset; null for the server's usual one.</summary>
    public string? Preset { get; init; }
}
