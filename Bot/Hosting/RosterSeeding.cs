using Arena.Core.Roster;
using Bot.Configuration;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Sees to it that there are models to play with, where that is the host's to decide.</summary>
internal sealed partial class RosterSeeding(ArenaConfiguration configuration, NodeChoice choice, RosterService roster, RosterKeeping keeping, ILogger<RosterSeeding> logger)
{
    /// <summary>The arena itself, as the one who asked.</summary>
    private static readonly MemberId Arena = new(0);

    /// <returns>The tags that can be drawn.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var found = configuration.Discord.IsSandbox && configuration.Models.Count == 0;
        var seeds = found ? [.. (choice.Models ?? []).Select(model => new ModelSeed(model.Tag))] : configuration.Models;
        if (seeds.Count > 0)
        {
            var seeded = await roster.SeedAsync(seeds, cancellationToken);
            foreach (var (tag, why) in seeded.Refused)
                Log.Refused(logger, tag, why);
        }

        var active = await roster.ActiveAsync(cancellationToken);
        if (found && active.Count > 0 && choice.Models is { Count: > 0 } && !active.Any(model => choice.Serves(model.Tag)))
            active = await ChangeOverAsync(active, choice.Models.Select(model => model.Tag), cancellationToken);

        return [.. active.Select(model => model.Tag)];
    }

    /// <summary>
    /// The sandbox has played with demo models and there is an Ollama now, or the other way round: nothing on the roster can
    /// answer, so the roster follows. Never done to a live board, where the database rules.
    /// </summary>
    private async Task<IReadOnlyList<Model>> ChangeOverAsync(IReadOnlyList<Model> old, IEnumerable<string> tags, CancellationToken cancellationToken)
    {
        foreach (var tag in tags)
            await roster.AddAsync(tag, Arena, cancellationToken);

        foreach (var model in old)
            await keeping.RetireAsync(model.Tag, Arena, cancellationToken);

        Log.ChangedOver(logger, choice.IsDemo ? "demo models" : "models of the Ollama found", old.Count);
        return await roster.ActiveAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(5010, LogLevel.Warning, "{Tag} of models.json was left out: {Why}")]
        public static partial void Refused(ILogger logger, string tag, string why);

        [LoggerMessage(5011, LogLevel.Information, "The sandbox plays with the {Kind} from now on; {Count} others are retired.")]
        public static partial void ChangedOver(ILogger logger, string kind, int count);
    }
}
