using System.CommandLine;
using Arena.Core.Exchange;
using Bot.Configuration;
using Bot.Hosting;

namespace Bot.Reports;

/// <summary>The <c>ratings</c> group of the command line.</summary>
internal static class RatingsCommands
{
    public static Command Build(ArenaEnvironment environment, Terminal terminal) => new(
        "ratings", "Ratings in and out: write the ballots to a file, compute boards from a file.")
    {
        Export(environment, terminal),
        Import(environment, terminal),
        RatingsRecomputeCommand.Build(environment, terminal),
    };

    private static Command Export(ArenaEnvironment environment, Terminal terminal)
    {
        var file = new Argument<string?>("file") { Description = "Where to; standard output when left out.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<ExportFormat?>("--format") { Description = "csv, or jsonl; told by the file's name when left out.", HelpName = "csv|jsonl" };
        var server = new Option<ulong?>("--server") { Description = "Only this server's ballots, by its Discord id.", HelpName = "id" };
        var export = new Command("export", "Write the counted ballots with members pseudonymised, also while the bot runs.") { file, format, server };
        export.SetAction((parsed, cancellationToken) => new ExportCommand(environment, terminal).RunAsync(
            parsed.GetValue(file), parsed.GetValue(format), parsed.GetValue(server) is { } id ? new ServerId(id) : null, cancellationToken));
        return export;
    }

    private static Command Import(ArenaEnvironment environment, Terminal terminal)
    {
        var options = new ImportOptionSet();
        var import = new Command("import", "Compute a board from a file of comparisons. The arena's own data is not touched.");
        options.AddTo(import);
        import.SetAction((parsed, cancellationToken) =>
            new ImportCommand(terminal).RunAsync(options.Read(parsed, environment.WorkingDirectory), cancellationToken));
        return import;
    }
}
