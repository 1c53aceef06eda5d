using Bot.Configuration;

namespace Bot.Hosting;

/// <summary>Reads what the running bot wrote down about itself.</summary>
internal sealed class HealthCommand(ArenaEnvironment environment, Terminal terminal)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // A bot runs with the configuration it read at its start: a file broken since is no reason to call it ill.
        var folder = ArenaConfiguration.Read(environment, []).DataFolder;
        var report = await HealthReport.ReadAsync(folder, cancellationToken);
        var complaint = report is null
            ? $"No bot has written {HealthReport.PathIn(folder)}."
            : report.Complaint(TimeProvider.System.GetUtcNow());
        await (complaint is null ? terminal.Output : terminal.Errors).WriteLineAsync(complaint ?? "well");
        return complaint is null ? 0 : 1;
    }
}
