using Arena.Core.Integrity;

namespace Arena.Core.Tests.Integrity;

/// <summary>A line of the table of cases.</summary>
internal sealed record LeakCase(bool IsLeak, string Tag, string Prompt, string Answer)
{
    public static IReadOnlyList<LeakCase> ReadAll() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Integrity", "leak-cases.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | ", 4))
            .Select(cells => new LeakCase(cells[0] == "leak", cells[1], cells[2], cells[3].Replace("\\n", "\n", StringComparison.Ordinal))),
    ];

    public string? Found() => LeakDetector.Find([Prompt], [Answer], LeakDetectorTests.Model(Tag));
}
