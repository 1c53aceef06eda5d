using Arena.Core.Roster;
using Bot.Commands.Moderation;
using Bot.Presentation.Roster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Commands.Roster;

/// <summary>Tells the home server's moderators of models that were benched by themselves. Which were told is stored, so that a restart loses none.</summary>
/// <param name="services">Asked for <see cref="ModeratorNotices"/> when there is something to tell: they need the arena, which needs this.</param>
internal sealed partial class BenchNotices(IServiceProvider services, RosterService roster, Access access, ILogger<BenchNotices> logger)
    : IBenchListener, IDisposable
{
    private readonly SemaphoreSlim _telling = new(1, 1);

    public void Benched(ModelBenched benched) => _ = TellAsync(CancellationToken.None);

    /// <summary>Tells what has not been told. What Discord does not take is told the next time.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await _telling.WaitAsync(cancellationToken);
        try
        {
            if (await access.HomeServerAsync(cancellationToken) is not { } home)
                return;
            foreach (var benched in await roster.UntoldAsync(cancellationToken))
            {
                var notice = RosterSentences.BenchNotice(benched);
                if (await services.GetRequiredService<ModeratorNotices>().TellAsync(home, notice, cancellationToken) is not null)
                    await roster.ToldAsync(benched, cancellationToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The benching itself is stored, audited and shown by /models list.
            Log.NotTold(logger, e);
        }
        finally
        {
            _telling.Release();
        }
    }

    public void Dispose() => _telling.Dispose();

    private static partial class Log
    {
        [LoggerMessage(7140, LogLevel.Error, "The moderators could not be told of a benching; they are told later.")]
        public static partial void NotTold(ILogger logger, Exception exception);
    }
}
