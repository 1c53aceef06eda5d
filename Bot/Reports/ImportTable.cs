using System.Globalization;
using Arena.Core.Exchange;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Bot.Hosting;
using Spectre.Console;

namespace Bot.Reports;

/// <summary>An import as a table for people.</summary>
internal static class ImportTable
{
    private const int LongestName = 48;
    private const int Width = 120;

    public static string Of(ImportReport report, Terminal terminal)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(Table(report));
        foreach (var line in Foot(report))
            text.WriteLine(line);
        return text.ToString().TrimEnd();
    }

    private static Table Table(ImportReport report)
    {
        var hasIntervals = report.Board.System == RatingSystem.BradleyTerry;
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(new TableColumn("rank").RightAligned());
        table.AddColumn(new TableColumn("model").NoWrap());
        table.AddColumn(new TableColumn("rating").RightAligned());
        if (hasIntervals)
            table.AddColumn(new TableColumn("95 %").RightAligned());
        foreach (var count in new[] { "battles", "ballots", "wins", "losses", "ties" })
            table.AddColumn(new TableColumn(count).RightAligned());
        foreach (var model in report.Board.Models)
            table.AddRow([.. Cells(report.Board.System, model, hasIntervals).Select(Markup.Escape)]);
        return table;
    }

    private static IEnumerable<string> Cells(RatingSystem system, ImportedStanding model, bool hasIntervals)
    {
        yield return model.Rank?.ToString(CultureInfo.InvariantCulture) ?? "?";
        yield return DisplayText.Shorten(DisplayText.Clean(model.Model), LongestName);
        yield return Number(system, model.Rating);
        if (hasIntervals)
            yield return $"{Number(system, model.Lower!.Value)} to {Number(system, model.Upper!.Value)}";
        foreach (var count in new[] { model.Record.Battles, model.Record.Ballots, model.Record.Wins, model.Record.Losses, model.Record.Ties })
            yield return count.ToString("N0", CultureInfo.InvariantCulture);
    }

    private static string Number(RatingSystem system, double rating) =>
        rating.ToString(system == RatingSystem.Score ? "0.000" : "0.0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static IEnumerable<string> Foot(ImportReport report)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{DisplayNumbers.Counted(report.Board.Ballots, "ballot")} in {DisplayNumbers.Counted(report.Board.Battles, "battle")}, from {DisplayNumbers.Counted(report.Battles.Rows, "row")} in {report.Time.TotalSeconds:0.00} s: {report.RowsPerSecond:N0} rows a second.");
        if (report.Board.Fit is { } fit)
        {
            var rho = fit.RhoEstimate is { } estimate ? string.Create(CultureInfo.InvariantCulture, $", ρ̂ {estimate:0.000}") : "";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Log-likelihood {fit.LogLikelihood:0.000}, {fit.Iterations} iterations, last step {fit.LastStep:0.0e+0}{rho}.");
        }

        if (report.Board.Styled is { } styled)
        {
            yield return "Style is held equal. One unit of it is worth, in points: " + string.Join(", ", styled.Covariates.Select(covariate =>
                string.Create(CultureInfo.InvariantCulture, $"{covariate.Name} {covariate.PointsPerUnit:0.0} ± {covariate.StandardErrorPoints:0.0}"))) + ".";
        }

        if (report.Board.Models.Any(model => model.Rank is null))
            yield return $"? has fewer than {report.Request.Board.BradleyTerry.ProvisionalBattles} battles.";
    }
}
