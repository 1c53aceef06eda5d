namespace Bot.Presentation;

/// <summary>A fenced block of code as it was written: its lines without fences and indentation, and whether its end was written too.</summary>
internal sealed record MarkdownFence(string Language, IReadOnlyList<string> Lines, bool IsClosed)
{
    public bool IsEmpty => Lines.All(string.IsNullOrWhiteSpace);
}
