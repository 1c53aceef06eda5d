using System.Diagnostics;
using System.Globalization;
using Arena.Core.Exchange;
using Arena.Core.Ratings;

namespace Benchmarks;

/// <summary>From a file of a million ballots to finished boards, beside reading the file's bytes once.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    private const int Rows = 1_000_000;
    private const int Models = 100;
    private const int Rounds = 3;

    private static readonly string[] Winners = ["model_a", "model_b", "tie", "tie (bothbad)"];

    public string Name => "import";

    public string What => $"import a CSV file of {Rows:N0} ballots of {Models} models";

    public async Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("arena-benchmark-").FullName;
        try
        {
            var path = Path.Combine(folder, "ballots.csv");
            say($"Writing {Rows:N0} rows…");
            await WriteAsync(path, cancellationToken);
            var read = double.MaxValue;
            var boards = Enum.GetValues<RatingSystem>().ToDictionary(system => system, _ => double.MaxValue);
            for (var round = 1; round <= Rounds; round++)
            {
                say($"Round {round} of {Rounds}…");
                read = Math.Min(read, Milliseconds(() => ReadBytes(path)));
                foreach (var system in boards.Keys)
                    boards[system] = Math.Min(boards[system], Milliseconds(() => Import(path, system, cancellationToken)));
            }

            return Figures(new FileInfo(path).Length, read, boards);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Figure> Figures(long bytes, double read, Dictionary<RatingSystem, double> boards)
    {
        var slowest = boards.Values.Max();
        return
        [
            new Figure("file_mib", "size of the file", bytes / (double)(1 << 20), "MiB"),
            new Figure("read_ms", "reading its bytes once, best of three", read, "ms"),
            new Figure("bradley_terry_ms", "to the Bradley–Terry board", boards[RatingSystem.BradleyTerry], "ms", AtMost: 4000),
            new Figure("elo_ms", "to the Elo board", boards[RatingSystem.Elo], "ms", AtMost: 4000),
            new Figure("score_ms", "to the Score board", boards[RatingSystem.Score], "ms", AtMost: 4000),
            new Figure("import_to_read", "the slowest of them to reading the bytes, a ratio", slowest / read),
            new Figure("rows_per_second", "rows a second", Rows / slowest * 1000),
        ];
    }

    private static void Import(string path, RatingSystem system, CancellationToken cancellationToken)
    {
        var battles = FileImport.Read(path, new ImportOptions(), null, cancellationToken);
        var board = ImportedBoards.Compute(battles.Table, new ImportedBoardOptions { System = system }, cancellationToken);
        if (board.Models.Count != Models || board.Ballots != Rows)
            throw new InvalidOperationException($"{board.Models.Count} models and {board.Ballots} ballots are on the board, not {Models} and {Rows}.");
    }

    private static long ReadBytes(string path)
    {
        using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        var buffer = new byte[1 << 20];
        var sum = 0L;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            foreach (var value in buffer.AsSpan(0, read))
                sum += value;
        }

        return sum;
    }

    private static double Milliseconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    // The twelve columns that the field's tools know; one to five ballots a battle.
    private static async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        await using var file = new StreamWriter(path);
        await file.WriteAsync("question_id,model_a,model_b,winner,judge,turn,anony,language,tstamp,battle_id,weight,category\n");
        for (int row = 0, battle = 1; row < Rows; battle++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var a = random.Next(Models);
            var b = (a + random.Next(1, Models)) % Models;
            var ballots = Math.Min(random.Next(1, 6), Rows - row);
            for (var ballot = 0; ballot < ballots; ballot++, row++)
            {
                await file.WriteAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{random.NextInt64():x16},{MadeUpModels.Tag(a)},{MadeUpModels.Tag(b)},{Winners[random.Next(4)]},{random.NextInt64():x16}{random.NextInt64():x16},1,true,en,{1767643200 + battle}.{battle % 1000:000},{battle},{1 / (1 + (ballots - 1) * 0.3):R},coding\n"));
            }
        }
    }
}
