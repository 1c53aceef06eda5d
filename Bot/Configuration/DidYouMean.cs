using Arena.Core.Inference;

namespace Bot.Configuration;

/// <summary>The known word nearest to a mistyped one.</summary>
internal static class DidYouMean
{
    /// <summary>The nearest of <paramref name="known"/> within a third of its length in edits, or null.</summary>
    public static string? Find(string written, IEnumerable<string> known)
    {
        var nearest = known
            .Select(word => (Word: word, Distance: EditDistance.Between(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Word is not null && nearest.Distance <= Math.Max(1, nearest.Word.Length / 3) ? nearest.Word : null;
    }
}
