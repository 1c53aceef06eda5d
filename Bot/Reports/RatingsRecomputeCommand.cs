using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Arena.Core.Storage;
using Bot.Configuration;
using Bot.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Reports;

/// <summary><c>ratings recompute</c>: every rating once more, from what is stored with the battles.</summary>
internal sealed class RatingsRecomputeCommand(ArenaEnvironment environment, Terminal terminal)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public static Command Build(ArenaEnvironment environment, Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines." };
        var recompute = new Command(
            "recompute", "Compute every rating again from the stored battles, and say whether anything differed. The bot must not run.") { json };
        recompute.SetAction((parsed, cancellationToken) =>
            new RatingsRecomputeCommand(environment, terminal).RunAsync(parsed.GetValue(json), cancellationToken));
        return recompute;
    }

    /// <returns>0 when everything was as it follows from the battles, 1 when something had to be repaired.</returns>
    public async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        var configuration = ArenaConfiguration.Load(environment);
        var storage = configuration.Storage();
        if (!File.Exists(storage.DatabasePath))
            throw new FileNotFoundException($"There is no database at {storage.DatabasePath}.", storage.DatabasePath);

        using var folder = DataFolderLock.Acquire(storage.DataFolder);
        await using var database = await Database.OpenAsync(storage, TimeProvider.System, null, cancellationToken);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddArenaCore(database, new ArenaCoreOptions
            {
                Elo = configuration.Elo(), BradleyTerry = configuration.BradleyTerry(), Board = configuration.Board(), Storage = storage,
            })
            .BuildServiceProvider();
        var report = await services.GetRequiredService<RatingRecompute>().RunAsync(cancellationToken);
        await terminal.Output.WriteLineAsync(json ? ToJson(report) : ToText(report));
        return report.Differed ? 1 : 0;
    }

    private static string ToText(RecomputeReport report)
    {
        List<string> lines = [.. report.Tables.Select(table => string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Name,-15} {table.Rows,12:N0} rows, {table.Differing:N0} differed, largest difference {table.LargestDifference:G3}"))];
        if (report.BoardsBehind > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Official boards that lacked the last battles: {report.BoardsBehind:N0}. They are up to date now."));
        if (report.First is not null)
            lines.Add(report.First);
        lines.Add(Verdict(report));
        return string.Join(Environment.NewLine, lines);
    }

    private static string Verdict(RecomputeReport report)
    {
        var battles = string.Create(CultureInfo.InvariantCulture, $"{report.Battles:N0} {(report.Battles == 1 ? "battle" : "battles")}");
        return report switch
        {
            { RulesChanged: { } change } => $"All ratings were computed by other rules from {battles}, so nothing was compared; {change}.",
            { Differed: true } => $"Not all ratings followed from {battles}; they do now.",
            _ => $"All ratings follow from {battles}.",
        };
    }

    private static string ToJson(RecomputeReport report) => JsonSerializer.Serialize(
        new
        {
            report.Differed,
            report.Battles,
            report.BoardsBehind,
            report.RulesChanged,
            report.First,
            Tables = report.Tables.Select(table => new { table.Name, table.Rows, table.Differing, table.LargestDifference, table.First }),
        },
        Json);
}
