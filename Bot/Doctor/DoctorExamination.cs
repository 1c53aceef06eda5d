using Bot.Configuration;
using Bot.Discord;

namespace Bot.Doctor;

/// <summary>Looks at everything a host needs, changes nothing, and never stops at the first thing that is wrong.</summary>
internal sealed class DoctorExamination(ArenaEnvironment environment, Func<DiscordOptions, IDiscordClient> connect, TimeProvider time)
{
    public async Task<DoctorReport> RunAsync(CancellationToken cancellationToken)
    {
        var complaints = new List<Complaint>();
        var configuration = ArenaConfiguration.Read(environment, complaints);

        var discord = new DiscordCheck(environment, configuration.Discord, complaints, connect).RunAsync(cancellationToken);
        var database = new DatabaseCheck(configuration).RunAsync(cancellationToken);
        var nodes = new NodesCheck(configuration, time).RunAsync(database, cancellationToken);
        var (discordFindings, invite) = await discord;
        return new DoctorReport(
            [
                .. ConfigurationCheck.Run(configuration, complaints),
                .. discordFindings,
                .. (await database).Findings,
                .. await nodes,
                .. PicturesCheck.Run(),
            ],
            invite);
    }
}
