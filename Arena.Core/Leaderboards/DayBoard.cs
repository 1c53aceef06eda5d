using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>The official board of a scope at the end of a UTC day.</summary>
/// <param name="Day">See <see cref="BoardDay"/>.</param>
/// <param name="Rows">A row for each model, in no order.</param>
internal sealed record DayBoard(long Day, IReadOnlyList<DayRow> Rows)
{
    public static DayBoard Of(long day, BradleyTerryFit fit) => new(
        day, [.. fit.Models.Select((tag, i) => new DayRow(tag, fit.Rating(i), fit.Lower(i), fit.Upper(i)))]);
}
