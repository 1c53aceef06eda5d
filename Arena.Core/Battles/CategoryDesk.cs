using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Prompts;

namespace Arena.Core.Battles;

/// <summary>Where moderators correct what a battle's prompt is about. Whether somebody is one is the caller's to know.</summary>
public sealed class CategoryDesk
{
    private readonly ICategoryStore _store;
    private readonly IRatingListener _ratings;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;

    internal CategoryDesk(ICategoryStore store, IRatingListener ratings, Announcer announcer, TimeProvider time) =>
        (_store, _ratings, _announcer, _time) = (store, ratings, announcer, time);

    /// <summary>Corrects it. The battle's message, and the boards if the battle is on them, follow by themselves.</summary>
    /// <param name="category">One of <see cref="PromptCategories.All"/>, or null for none.</param>
    public async Task<CorrectCategoryResult> CorrectAsync(BattleId id, string? category, MemberId by, CancellationToken cancellationToken)
    {
        if (category is not null && !PromptCategories.IsKnown(category))
            return new CorrectCategoryResult.UnknownCategory(category);
        var result = await _store.CorrectAsync(id, category, by, _time.GetUtcNow(), cancellationToken);
        if (result is not CorrectCategoryResult.Corrected corrected)
            return result;
        if (corrected.AreRatingsRecomputed)
            _ratings.CategoryChanged(corrected.Battle, corrected.From);
        _announcer.Tell(id);
        return result;
    }
}
