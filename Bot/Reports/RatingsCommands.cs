using System.CommandLine;
using Arena.Core.Exchange;
using Bot.Configuration;
using Bot.Hosting;

namespace Bot.Reports;

/// <summary>The <c>ratings</c> group of the command line.</summary>
internal static class RatingsCommands
{
    public static Command Build(ArenaEnvironment environment, Terminal terminal) => new(
        "ratings", "Ratings in and out: write the ballots to a file, compute boards from a file, judge the ratings, compute them again.")
    {
        Export(environment, terminal),
        Import(environment, terminal),
        Evaluate(environment, terminal),
        RatingsRecomputeCommand.Build(environment, terminal),
    };

    private static Command Export(ArenaEnvironment environment, Terminal terminal)
    {
        var file = new Argument<string?>("file") { Description = "Where to, compressed if it ends in .gz; standard output when left out.", Arity = ArgumentArity.ZeroOrOne };
        var format = RangedOption.Word("--format", "How it is written; told by the file's name when left out.", ("csv", ExportFormat.Csv), ("jsonl", ExportFormat.Jsonl));
        var server = RangedOption.Id("--server", "Only this server's ballots, by its Discord id.");
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

    private static Command Evaluate(ArenaEnvironment environment, Terminal terminal)
    {
        var file = new Argument<string?>("file") { Description = "A file of comparisons; the arena's own battles when left out.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables." };
        var rules = new RuleOptions(areUsualKnown: false);
        var evaluate = new Command(
            "evaluate", "Tell how well ratings of the earlier battles foretell the ballots of the later ones, by the rules of the settings but for the options.")
        {
            file,
        };
        // What moves no rating against another can not be judged, so it is no option here.
        foreach (var option in (Option[])[rules.Prior, rules.Rho, rules.Weights, rules.K, rules.NoSize, json])
            evaluate.Add(option);
        evaluate.SetAction((parsed, cancellationToken) => new EvaluateCommand(environment, terminal).RunAsync(
            parsed.GetValue(file), usual => rules.BradleyTerry(parsed, usual), usual => rules.Elo(parsed, usual), parsed.GetValue(json), cancellationToken));
        return evaluate;
    }
}
