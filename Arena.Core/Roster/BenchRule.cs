using Microsoft.Extensions.Logging;

namespace Arena.Core.Roster;

/// <summary>Benches a model that fails in too many battles in a row, so that members are not made to wait for it again and again.</summary>
internal sealed partial class BenchRule(
    IModelStore models, RosterService roster, IEnumerable<IBenchListener> listeners, TimeProvider time, ILogger<BenchRule> logger)
{
    /// <summary>Battles in a row.</summary>
    public const int Limit = 3;

    /// <summary>A battle came to nothing because of this model.</summary>
    /// <param name="why">In a few plain words.</param>
    public async Task FailedAsync(string tag, string why, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var changed = await models.ChangeAsync(tag, model => Count(model, why, at), null, at, cancellationToken);
        if (changed is not { BenchedAt: { } benchedAt } benched || benchedAt != at)
            return;
        Log.Benched(logger, tag, Limit, why);
        var playing = (await roster.ActiveAsync(cancellationToken)).Count;
        foreach (var listener in listeners)
            listener.Benched(new ModelBenched(benched, Limit, playing));
    }

    /// <summary>A model answered a battle whole.</summary>
    public async Task AnsweredAsync(string tag, CancellationToken cancellationToken) =>
        await models.ChangeAsync(
            tag, model => model.Failures == 0 ? null : new ModelChange(model with { Failures = 0 }), null, time.GetUtcNow(), cancellationToken);

    // Battles that were drawn before it was benched may fail still; they bench it no second time.
    private static ModelChange? Count(Model model, string why, DateTimeOffset at) =>
        model.BenchedAt is not null ? null
        : model.Failures + 1 < Limit || !model.CanPlay ? new ModelChange(model with { Failures = model.Failures + 1 })
        : new ModelChange(model with { Failures = Limit, BenchedAt = at, BenchDetail = why, IsBenchTold = false }, "model.benched", $"failed {Limit} battles in a row: {why}");

    private static partial class Log
    {
        [LoggerMessage(4120, LogLevel.Warning, "{Tag} is benched: it failed {Battles} battles in a row, the last because {Why}.")]
        public static partial void Benched(ILogger logger, string tag, int battles, string why);
    }
}
