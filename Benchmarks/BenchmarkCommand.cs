using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Benchmarks;

/// <summary>The command line: <c>NAME [--json]</c>, <c>list</c>.</summary>
internal static class BenchmarkCommand
{
    private static readonly IBenchmark[] All =
    [
        new BallotsBenchmark(),
        new SettlementBenchmark(),
        new EloReplayBenchmark(),
        new BradleyTerryBenchmark(),
        new DrawBenchmark(),
        new ImportBenchmark(),
        new LeaderboardPictureBenchmark(),
        new PicturesBenchmark(),
    ];

    /// <returns>0 when measured, 2 when it was not understood what to measure.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var json = args.Contains("--json");
        var names = args.Where(a => a != "--json").ToList();
        if (names is ["list"] or [])
        {
            foreach (var known in All)
                Console.WriteLine($"{known.Name,-22}{known.What}");
            return names.Count == 0 ? 2 : 0;
        }

        var benchmark = All.FirstOrDefault(b => b.Name == names[0]);
        if (benchmark is null || names.Count > 1)
        {
            Console.Error.WriteLine($"There is no benchmark '{string.Join(' ', names)}'. Known are: {string.Join(", ", All.Select(b => b.Name))}.");
            return 2;
        }

        using var cancelled = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            cancelled.Cancel();
        };
        // With --json nothing but the object goes to standard output.
        var figures = await benchmark.RunAsync(json ? Console.Error.WriteLine : Console.WriteLine, cancelled.Token);
        if (json)
            WriteJson(benchmark, figures);
        else
            WriteTable(benchmark, figures);
        return 0;
    }

    private static void WriteJson(IBenchmark benchmark, IReadOnlyList<Figure> figures)
    {
        var values = figures.ToDictionary(f => f.Key, f => (object)f.Value);
        values["benchmark"] = benchmark.Name;
        Console.WriteLine(JsonSerializer.Serialize(values));
    }

    private static void WriteTable(IBenchmark benchmark, IReadOnlyList<Figure> figures)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(benchmark.What)), Border = TableBorder.Rounded };
        table.AddColumn("figure").AddColumn(new TableColumn("value").RightAligned()).AddColumn("to reach");
        foreach (var figure in figures)
        {
            table.AddRow(
                Markup.Escape(figure.What),
                Markup.Escape($"{Number(figure.Value)} {figure.Unit}".TrimEnd()),
                figure.IsMet switch { null => "", true => "[green]✓[/] " + Target(figure), false => "[red]✗[/] " + Target(figure) });
        }

        AnsiConsole.Write(table);
    }

    private static string Target(Figure figure) => Markup.Escape(
        (figure.AtMost is { } most ? $"at most {Number(most)} {figure.Unit}" : $"at least {Number(figure.AtLeast!.Value)} {figure.Unit}").TrimEnd());

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
