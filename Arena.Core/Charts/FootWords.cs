using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Roster;

namespace Arena.Core.Charts;

/// <summary>What stands below pictures: how much they rest on, and when that was.</summary>
internal static class FootWords
{
    /// <summary><c>98,765 ballots in 12,345 battles · 22 Nov 2026, 12:00 UTC</c>.</summary>
    public static string Counted(Standings board) => With(
        $"{DisplayNumbers.Counted(board.Ballots, "ballot")} in {DisplayNumbers.Counted(board.Battles, "battle")}", board.AsOf);

    /// <summary>What was counted, and the moment where there is one.</summary>
    public static string With(string counted, DateTimeOffset? at) => at is { } moment ? $"{counted} · {DisplayNumbers.Moment(moment)}" : counted;

    /// <summary>What the mark of a flagged model means; nothing where none of these is flagged.</summary>
    public static IEnumerable<string> Flags(IEnumerable<Model> models) =>
        models.Any(model => model.Status == ModelStatus.Flagged) ? ["a flag before a name: contaminated or broken"] : [];

    /// <summary>What length is worth, in words that need no formula.</summary>
    /// <param name="points">Of one unit: the root mean square of what the answers of a battle differ by, so a typical difference.</param>
    public static string Length(double points) =>
        $"length and layout held equal: one unit of length, a typical difference in tokens, is worth {Signed(points)} points";

    /// <summary><c>+12</c> or <c>−12</c>.</summary>
    public static string Signed(double points) =>
        (Math.Round(points, MidpointRounding.AwayFromZero) + 0.0).ToString("+0;−0;0", CultureInfo.InvariantCulture);

    /// <summary><c>57</c>; 0 and 100 are said of none and all alone.</summary>
    public static string Whole(double share) =>
        (share is > 0 and < 1 ? Math.Clamp(Rounded(share), 1, 99) : Rounded(share)).ToString(CultureInfo.InvariantCulture);

    private static int Rounded(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);
}
