using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Spectre.Console;

namespace Benchmarks;

/// <summary>What was measured, for people and for scripts.</summary>
internal static class BenchmarkReport
{
    /// <summary>What the figures were measured on: without it they mean nothing.</summary>
    public static string Machine => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {RuntimeInformation.OSDescription.Trim()}, "
        + $"{RuntimeInformation.FrameworkDescription}, {TimeProvider.System.GetUtcNow():d MMMM yyyy}");

    /// <summary>One object on one line.</summary>
    public static void WriteJson(IBenchmark benchmark, IReadOnlyList<Figure> figures)
    {
        var values = figures.ToDictionary(f => f.Key, f => (object)f.Value);
        values["benchmark"] = benchmark.Name;
        Console.WriteLine(JsonSerializer.Serialize(values));
    }

    public static void WriteTable(IBenchmark benchmark, IReadOnlyList<Figure> figures)
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
