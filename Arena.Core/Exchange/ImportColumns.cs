namespace Arena.Core.Exchange;

/// <summary>Which column of a file is which: its name here, and what other tools call it.</summary>
internal static class ImportColumns
{
    public static readonly int Count = Enum.GetValues<ImportColumn>().Length;

    // Known, and not needed for a board.
    private static readonly string[] Unneeded = ["question_id", "judge", "turn", "anony", "language"];

    // The first name of a column is ours. Where a file has several names of one column, the one further to the left here is taken.
    private static readonly (ImportColumn Column, string[] Names)[] Table =
    [
        (ImportColumn.ModelA, ["model_a", "left", "model_1"]),
        (ImportColumn.ModelB, ["model_b", "right", "model_2"]),
        (ImportColumn.Winner, ["winner"]),
        (ImportColumn.Time, ["tstamp", "timestamp"]),
        (ImportColumn.BattleId, ["battle_id"]),
        (ImportColumn.Weight, ["weight"]),
        (ImportColumn.Category, ["category"]),
        (ImportColumn.SizeA, ["size_a"]),
        (ImportColumn.SizeB, ["size_b"]),
        (ImportColumn.SizeMax, ["size_max"]),
        (ImportColumn.PairProbability, ["pair_probability"]),
        (ImportColumn.UniformProbability, ["uniform_probability"]),
        (ImportColumn.TokensA, ["tokens_a"]),
        (ImportColumn.TokensB, ["tokens_b"]),
        (ImportColumn.HeadingsA, ["headings_a"]),
        (ImportColumn.HeadingsB, ["headings_b"]),
        (ImportColumn.ListItemsA, ["list_items_a"]),
        (ImportColumn.ListItemsB, ["list_items_b"]),
        (ImportColumn.BoldA, ["bold_a"]),
        (ImportColumn.BoldB, ["bold_b"]),
        (ImportColumn.Damping, ["damping"]),
    ];

    /// <summary>The columns without which there is no board.</summary>
    public static IReadOnlyList<ImportColumn> Required { get; } = [ImportColumn.ModelA, ImportColumn.ModelB, ImportColumn.Winner];

    /// <summary>Our name of a column.</summary>
    public static string NameOf(ImportColumn column) => Table[(int)column].Names[0];

    /// <summary>The column that is called so, and how far to the left of the table its name stands; null for one that is not needed or not known.</summary>
    public static (ImportColumn Column, int Preference)? Find(string name)
    {
        foreach (var (column, names) in Table)
        {
            var at = Array.FindIndex(names, known => known.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
                return (column, at);
        }

        return null;
    }

    /// <summary>Whether the column is one that boards do not need, so that nobody wonders about it.</summary>
    public static bool IsUnneeded(string name) => Unneeded.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
}
