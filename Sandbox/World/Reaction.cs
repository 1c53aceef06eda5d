namespace Sandbox.World;

/// <summary>One emoji under a message and who chose it, normal and burst ("super") reactions apart.</summary>
internal sealed class Reaction(string emoji)
{
    public string Emoji { get; } = emoji;
    public SortedSet<ulong> Normal { get; } = [];
    public SortedSet<ulong> Burst { get; } = [];

    public bool IsEmpty => Normal.Count == 0 && Burst.Count == 0;
}
