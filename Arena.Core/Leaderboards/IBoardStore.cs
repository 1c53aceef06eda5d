namespace Arena.Core.Leaderboards;

/// <summary>Where the official boards are made from and kept.</summary>
/// <remarks>The methods that write throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface IBoardStore
{
    /// <summary>Begins a builder and gives it the battles that it wants, all of one moment.</summary>
    Task FillAsync(Scope scope, BoardBuilder builder, CancellationToken cancellationToken);

    /// <summary>Keeps a board, and the days that were made on the way to it.</summary>
    /// <returns>False when all ratings were computed again since the board was made: then nothing is kept.</returns>
    Task<bool> KeepAsync(BradleyTerryBoard board, IReadOnlyCollection<DayBoard> days, CancellationToken cancellationToken);

    /// <summary>The scopes whose stored board lacks battles that have settled.</summary>
    Task<IReadOnlyList<Scope>> BehindAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Keeps the boards that have stood unchanged since a day that is over as those of that day; not of scopes that are behind.
    /// </summary>
    /// <param name="lastDay">The last day that is over.</param>
    /// <param name="cancellationToken">Takes it back while it waits.</param>
    /// <returns>How many rows were written.</returns>
    Task<int> EndDaysAsync(long lastDay, CancellationToken cancellationToken);
}
