using Arena.Core.Inference;
using Bot.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Hosting;

/// <summary>Where the models of this start come from.</summary>
/// <param name="Nodes">The addresses for the fleet.</param>
/// <param name="IsDemo">The demo models of the sandbox.</param>
/// <param name="Models">What the nodes hold that can chat; null when none answered in time.</param>
internal sealed record NodeChoice(IReadOnlyList<Uri> Nodes, bool IsDemo, IReadOnlyList<HostedModel>? Models)
{
    /// <summary>An Ollama that is there may be busy, one that is not there refuses at once: a start hardly waits either way.</summary>
    private static readonly TimeSpan ProbeBound = TimeSpan.FromSeconds(1);

    /// <summary>The demo models are there for certain, only a busy machine makes them late; without them an arena starts empty.</summary>
    private static readonly TimeSpan DemoBound = TimeSpan.FromSeconds(20);

    /// <summary>A battle takes two.</summary>
    private const int Fewest = 2;

    /// <param name="demoNode">The sandbox's demo models; null outside the sandbox.</param>
    /// <param name="activeTags">The models of the roster that can be drawn.</param>
    public static async Task<NodeChoice> MakeAsync(
        ArenaConfiguration configuration, Uri? demoNode, IReadOnlyList<string> activeTags, TimeProvider time, CancellationToken cancellationToken)
    {
        var configured = configuration.Get(Settings.Nodes);
        if (demoNode is null)
            return new NodeChoice(configured, false, await ProbeAsync(configured, ProbeBound, time, cancellationToken));

        if (configuration.DemoModels)
            return await DemoAsync(demoNode, time, cancellationToken);

        var real = new NodeChoice(configured, false, await ProbeAsync(configured, ProbeBound, time, cancellationToken));
        if (configuration.Models.Count > 0 || real.Models?.Count >= Fewest)
            return real;

        // Somebody who has played with an Ollama wants it back, not demo models in its place: its battles wait for it.
        var demo = await DemoAsync(demoNode, time, cancellationToken);
        return activeTags.All(demo.Serves) ? demo : real;
    }

    public bool Serves(string tag) => Models?.Any(model => ModelName.Same(model.Tag, tag)) == true;

    private static async Task<NodeChoice> DemoAsync(Uri demoNode, TimeProvider time, CancellationToken cancellationToken) =>
        new([demoNode], true, await ProbeAsync([demoNode], DemoBound, time, cancellationToken));

    private static async Task<IReadOnlyList<HostedModel>?> ProbeAsync(
        IReadOnlyList<Uri> nodes, TimeSpan bound, TimeProvider time, CancellationToken cancellationToken)
    {
        var bounds = new InferenceOptions { Nodes = nodes, Connect = bound, Reply = bound };
        var fleet = Fleet.Of(bounds, time, NullLogger<Fleet>.Instance);
        try
        {
            return [.. (await fleet.ModelsAsync(cancellationToken)).Where(model => model.CanChat)];
        }
        catch (ModelHostException)
        {
            // Not there, or not in time: null says so, and the fleet finds out by itself when it is.
            return null;
        }
    }
}
