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

    // The one asked for last stands last.
    private readonly List<(BradleyTerryBoard Board, StyleControlledFit Fit)> _made = [];

    /// <summary>The same battles as those of an official board, as far as both their answers were measured.</summary>
    /// <exception cref="NotConnectedException">The prior is 0 and the battles do not connect all models both ways.</exception>
    public async Task<StyleControlledFit> FitAsync(BradleyTerryBoard board, CancellationToken cancellationToken)
    {
        await _making.WaitAsync(cancellationToken);
        try
        {
            var found = _made.FindIndex(made => made.Board.Scope == board.Scope);
            var fit = found >= 0 && IsOf(board, _made[found].Board) ? _made[found].Fit : await MakeAsync(board, cancellationToken);
            if (found >= 0)
                _made.RemoveAt(found);
            else if (_made.Count == Kept)
                _made.RemoveAt(0);
            _made.Add((board, fit));
            return fit;
        }
        finally
        {
            _making.Release();
        }
    }

    private static bool IsOf(BradleyTerryBoard board, BradleyTerryBoard other) => (board.AsOf, board.Epoch) == (other.AsOf, other.Epoch);

    private async Task<StyleControlledFit> MakeAsync(BradleyTerryBoard board, CancellationToken cancellationToken)
    {
        var battles = await comparisons.ReadAsync(board.Scope, after: null, withStyles: true, cancellationToken);
        return await Task.Run(
            // Battles may have settled since the board was made.
            () => StyleControl.Fit(ComparisonTable.Of(battles.Where(battle => battle.SettledAt <= board.AsOf)), options, cancellationToken),
            cancellationToken);
    }
}
