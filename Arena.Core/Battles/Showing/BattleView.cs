using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Settling;
using Arena.Core.Ratings;

namespace Arena.Core.Battles.Showing;

/// <summary>Everything a battle's message may show at one moment.</summary>
/// <param name="Battle">The battle in its present state.</param>
/// <param name="QueuePlace">1 for the next to be answered; null when it does not wait.</param>
/// <param name="ExpectedWait">Judged from recent battles; null while there are none.</param>
/// <param name="A">Side A.</param>
/// <param name="B">Side B.</param>
/// <param name="Tally">The counted ballots, once settled.</param>
/// <param name="Settlement">How it ended, once settled.</param>
/// <param name="Restarted">It started again after an interruption.</param>
public sealed record BattleView(
    Battle Battle, int? QueuePlace, TimeSpan? ExpectedWait, AnswerView A, AnswerView B,
    Tally? Tally, Settlement? Settlement, bool Restarted)
{
    /// <summary>It was asked with the preset that its server usually takes, or from before there were presets.</summary>
    public bool IsPresetUsual { get; init; } = true;

    /// <summary>The turns before the one that is asked, answered or voted on.</summary>
    public IReadOnlyList<AnsweredTurn> Earlier { get; init; } = [];

    /// <summary>Set while the models cannot be reached: the battle is dropped then if they stay away.</summary>
    public DateTimeOffset? DroppedAt { get; init; }
}
