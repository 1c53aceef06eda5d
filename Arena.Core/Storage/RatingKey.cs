namespace Arena.Core.Storage;

/// <summary>The part of the key that all rating tables share.</summary>
internal static class RatingKey
{
    /// <summary>The order of the database: text by its code points, one column after the other.</summary>
    public static int Compare(
        (string System, long Server, string Category, string Tag) x, (string System, long Server, string Category, string Tag) y)
    {
        var order = string.CompareOrdinal(x.System, y.System);
        if (order == 0)
            order = x.Server.CompareTo(y.Server);
        if (order == 0)
            order = string.CompareOrdinal(x.Category, y.Category);
        return order != 0 ? order : string.CompareOrdinal(x.Tag, y.Tag);
    }
}
