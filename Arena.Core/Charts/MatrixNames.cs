namespace Arena.Core.Charts;

/// <summary>The names of a matrix's rows: in one line, or where that is too long in two.</summary>
internal static class MatrixNames
{
    // Where names of models fall into parts.
    private static readonly char[] Seams = [':', '-', '_', '/', ' '];

    /// <summary>One line if the name fits, else two, broken at a seam; what is too long even so is shortened.</summary>
    public static IReadOnlyList<string> Lines(string name, double width, TextStyle style)
    {
        if (style.Width(name) <= width)
            return [style.Shorten(name, width)];
        var at = LastSeam(name, width, style);
        return at == 0 ? [style.Shorten(name, width)] : [style.Shorten(name[..at].TrimEnd(), width), style.Shorten(name[at..].TrimStart(), width)];
    }

    // After the last seam that leaves a beginning which fits; zero when there is none, or nothing after it.
    private static int LastSeam(string name, double width, TextStyle style)
    {
        for (var at = name.LastIndexOfAny(Seams) + 1; at > 0; at = at < 2 ? 0 : name.LastIndexOfAny(Seams, at - 2) + 1)
        {
            if (at < name.Length && style.Width(name[..at].TrimEnd()) <= width)
                return at;
        }

        return 0;
    }
}
