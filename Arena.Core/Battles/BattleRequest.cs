namespace Arena.Core.Battles;

/// <summary>What a member asks for. The prompt is as it arrived; <see cref="BattleDesk"/> checks it.</summary>
/// <param name="Category">One of the prompt categories, or null.</param>
public sealed record BattleRequest(
    ServerId Server, ChannelId Channel, MemberId Starter, string Prompt, PromptSource Source, string? Category)
{
    /// <summary>Who said the category; left out, the library for its prompts and the member for others.</summary>
    public CategorySource? CategorySource { get; init; }
}
