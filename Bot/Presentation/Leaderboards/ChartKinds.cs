namespace Bot.Presentation.Leaderboards;

/// <summary>What kinds of charts are called: by members, and in options and buttons.</summary>
internal static class ChartKinds
{
    private static readonly (ChartKind Kind, string Word, string Name)[] Known =
    [
        (ChartKind.Records, "wins", "wins and losses"),
        (ChartKind.ActualWinRates, "actual", "win-rate matrix (actual)"),
        (ChartKind.PredictedWinRates, "predicted", "win-rate matrix (predicted)"),
        (ChartKind.BattleCounts, "battles", "battle counts"),
        (ChartKind.Languages, "languages", "languages"),
        (ChartKind.Categories, "categories", "categories"),
        (ChartKind.History, "history", "rating history"),
        (ChartKind.Sizes, "sizes", "rating by size"),
    ];

    /// <summary>Their words, which are the values of the option, with their names.</summary>
    public static IReadOnlyList<(string Word, string Name)> All { get; } = [.. Known.Select(known => (known.Word, known.Name))];

    /// <summary>Null where the word means none.</summary>
    public static ChartKind? Parse(string word)
    {
        foreach (var known in Known)
        {
            if (known.Word == word)
                return known.Kind;
        }

        return null;
    }

    public static string Word(ChartKind kind) => Of(kind).Word;

    public static string Name(ChartKind kind) => Of(kind).Name;

    /// <summary>Whether the chart differs from rating system to rating system.</summary>
    public static bool HasSystem(ChartKind kind) => kind is ChartKind.Records or ChartKind.History or ChartKind.Sizes;

    private static (ChartKind Kind, string Word, string Name) Of(ChartKind kind) => Known.First(known => known.Kind == kind);
}
