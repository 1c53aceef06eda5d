using Arena.Core.Inference;
using Arena.Core.Roster;

namespace Arena.Core.Battles.Showing;

/// <summary>One side of a battle as members may see it now.</summary>
/// <param name="Text">The visible answer so far.</param>
/// <param name="IsComplete">The whole answer is visible.</param>
/// <param name="Model">Who it was: only when the battle is settled, or a duel.</param>
/// <param name="Stats">Tokens and times: only when the battle is settled.</param>
public sealed record AnswerView(string Text, bool IsComplete, Model? Model, Answer? Stats)
{
    /// <summary>Nothing said yet.</summary>
    public static AnswerView Empty { get; } = new("", IsComplete: false, Model: null, Stats: null);
}
