using Bot.Configuration;
using Bot.Doctor;

namespace Bot.Hosting;

/// <summary>Prints what <see cref="DoctorExamination"/> finds; fails when something is to be done.</summary>
internal sealed class DoctorCommand(ArenaEnvironment environment, Terminal terminal)
{
    public async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        var report = await new DoctorExamination(environment, DiscordClients.Make, TimeProvider.System).RunAsync(cancellationToken);
        await terminal.Output.WriteLineAsync(json ? report.ToJson() : report.ToText());
        return report.IsGood ? 0 : 1;
    }
}
