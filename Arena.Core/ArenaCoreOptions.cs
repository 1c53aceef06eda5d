using Arena.Core.Battles;
using Arena.Core.Inference;
using Arena.Core.Prompts;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Arena.Core.Storage;

namespace Arena.Core;

/// <summary>Everything the arena is told at its start.</summary>
public sealed record ArenaCoreOptions
{
    public BattleOptions Battles { get; init; } = new();
    public InferenceOptions Inference { get; init; } = new();
    public PullOptions Pulls { get; init; } = new();
    public EloOptions Elo { get; init; } = new();
    public BoardOptions Board { get; init; } = new();

    /// <summary>The rules of the official board; when a model is provisional is taken from <see cref="Board"/>.</summary>
    public BradleyTerryOptions BradleyTerry { get; init; } = new();

    public StorageOptions Storage { get; init; } = new();

    /// <summary>The prompt library.</summary>
    public IReadOnlyList<LibraryPrompt> Prompts { get; init; } = [];
}
