using System.CommandLine;
using Bot.Configuration;
using Bot.Reports;

namespace Bot.Hosting;

/// <summary>The commands of the executable. Everything a command needs comes in; the exit status goes out.</summary>
internal static class CommandLine
{
    /// <summary>How long a command may take to stop after Ctrl+C or SIGTERM before the process ends all the same.</summary>
    private static readonly TimeSpan StopBound = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, ArenaEnvironment environment, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(output, errors);
        var root = Build(environment, terminal);
        var parsed = root.Parse(arguments);
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            ProcessTerminationTimeout = StopBound,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception exception)
        {
            await terminal.ExplainAsync(exception);
            return 1;
        }
    }

    private static RootCommand Build(ArenaEnvironment environment, Terminal terminal)
    {
        var log = new Option<LogFormat?>("--log") { Description = "How log lines are written: text for people, json for machines.", HelpName = "text|json" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines." };
        var file = new Argument<string?>("file") { Description = "Where to; a new file in the folder backups beside the database when left out.", Arity = ArgumentArity.ZeroOrOne };

        var doctor = new Command("doctor", "Look at configuration, token, gateway, database, nodes and fonts, and say what to do about each finding.") { json };
        doctor.SetAction((parsed, cancellationToken) => new DoctorCommand(environment, terminal).RunAsync(parsed.GetValue(json), cancellationToken));
        var health = new Command("health", "Tell whether the bot that runs with this data folder is well. Does not log in to Discord.");
        health.SetAction((_, cancellationToken) => new HealthCommand(environment, terminal).RunAsync(cancellationToken));
        var backup = new Command("backup", "Copy the database, also while the bot runs.") { file };
        backup.SetAction((parsed, cancellationToken) => new BackupCommand(environment, terminal).RunAsync(parsed.GetValue(file), cancellationToken));

        var root = new RootCommand("An arena for language models in a Discord server. Without a command it runs: against Discord when DISCORD_TOKEN is set, else in its own sandbox.")
        {
            log, doctor, health, backup, RatingsCommands.Build(environment, terminal),
        };
        root.SetAction((parsed, cancellationToken) => new RunCommand(environment, terminal).RunAsync(parsed.GetValue(log), cancellationToken));
        return root;
    }
}
