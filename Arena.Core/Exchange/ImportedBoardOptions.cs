using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>How a board is computed from a file.</summary>
public sealed record ImportedBoardOptions
{
    public RatingSystem System { get; init; } = RatingSystem.BradleyTerry;

    /// <summary>The rules of the fit; its number of provisional battles holds for Elo, too.</summary>
    public BradleyTerryOptions BradleyTerry { get; init; } = new();

    public EloOptions Elo { get; init; } = new();

    /// <summary>Whether Bradley–Terry holds the style of the answers equal, see <see cref="StyleControl"/>.</summary>
    public bool HoldStyleEqual { get; init; }

    /// <summary>How many times the battles are drawn anew for the intervals; null for those of the sandwich.</summary>
    public int? BootstrapRounds { get; init; }

    /// <summary>Where the chance of the drawing begins.</summary>
    public ulong Seed { get; init; } = 1;
}
