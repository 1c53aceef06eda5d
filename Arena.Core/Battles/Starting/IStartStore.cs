namespace Arena.Core.Battles.Starting;

/// <summary>Where new battles are stored.</summary>
/// <remarks>All methods throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface IStartStore
{
    /// <summary>Stores a new battle, unless it is refused or one of its models may not play any more.</summary>
    /// <param name="battle">Its id is not known yet.</param>
    /// <param name="since">Battles that the member started before are not told to <paramref name="refuse"/>.</param>
    /// <param name="refuse">
    /// Told what is going on already. Nobody else adds a battle meanwhile, so two requests at once do not both take the last place.
    /// </param>
    /// <param name="added">Told the battle with its id while nobody else can write. What is thrown afterwards says that it is not stored.</param>
    Task<QueueOutcome> QueueAsync(
        Battle battle, DateTimeOffset since, Func<StartCounts, StartResult?> refuse, Action<Battle> added, CancellationToken cancellationToken);
}
