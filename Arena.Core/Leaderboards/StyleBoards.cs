using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>
/// Boards with style held equal. They need every battle by itself, so they are made only when somebody asks, one at a time, and kept
/// until another battle of their scope has settled.
/// </summary>
internal sealed class StyleBoards(IComparisonStore comparisons, BradleyTerryOptions options)
{
    private const int Kept = 32;

    private readonly SemaphoreSlim _making = new(1, 1);

    // The one asked for last stands last. The boards themselves, with their sums, are not kept alive.
    private readonly List<(Scope Scope, DateTimeOffset? AsOf, long Epoch, StyleControlledFit Fit)> _made = [];

    /// <summary>The same battles as those of an official board, as far as both their answers were measured.</summary>
    /// <exception cref="NotConnectedException">The prior is 0 and the battles do not connect all models both ways.</exception>
    public async Task<StyleControlledFit> FitAsync(BradleyTerryBoard board, CancellationToken cancellationToken)
    {
        await _making.WaitAsync(cancellationToken);
        try
        {
            var found = _made.FindIndex(made => made.Scope == board.Scope);
            var isOfBoard = found >= 0 && (_made[found].AsOf, _made[found].Epoch) == (board.AsOf, board.Epoch);
            var fit = isOfBoard ? _made[found].Fit : await MakeAsync(board, cancellationToken);
            if (found >= 0)
                _made.RemoveAt(found);
            else if (_made.Count == Kept)
                _made.RemoveAt(0);
            _made.Add((board.Scope, board.AsOf, board.Epoch, fit));
            return fit;
        }
        finally
        {
            _making.Release();
        }
    }

    private async Task<StyleControlledFit> MakeAsync(BradleyTerryBoard board, CancellationToken cancellationToken)
    {
        var battles = await comparisons.ReadAsync(board.Scope, after: null, withStyles: true, cancellationToken);
        return await Task.Run(
            // Battles may have settled since the board was made.
            () => StyleControl.Fit(ComparisonTable.Of(battles.Where(battle => battle.SettledAt <= board.AsOf)), options, cancellationToken),
            cancellationToken);
    }
}
