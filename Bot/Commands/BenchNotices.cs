using Arena.Core.Roster;
using Bot.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>Tells the home server's moderators of models that were benched by themselves.</summary>
/// <param name="services">Asked for <see cref="ModeratorNotices"/> when there is something to tell: they need the arena, which needs this.</param>
internal sealed partial class BenchNotices(IServiceProvider services, Access access, ILogger<BenchNotices> logger) : IBenchListener
{
    public void Benched(ModelBenched benched) => _ = TellAsync(benched);

    private async Task TellAsync(ModelBenched benched)
    {
        try
        {
            if (await access.HomeServerAsync(CancellationToken.None) is { } home)
                await services.GetRequiredService<ModeratorNotices>().TellAsync(home, RosterSentences.BenchNotice(benched), CancellationToken.None);
        }
        catch (Exception e)
        {
            // Nobody waits for this; the benching itself is stored, audited and shown by /models list.
            Log.NotTold(logger, e, benched.Model.Tag);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7140, LogLevel.Error, "The moderators could not be told that {Tag} is benched.")]
        public static partial void NotTold(ILogger logger, Exception exception, string tag);
    }
}
