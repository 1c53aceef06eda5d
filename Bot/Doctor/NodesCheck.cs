using System.Globalization;
using Arena.Core.Inference;
using Bot.Configuration;
using Bot.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Doctor;

/// <summary>Asks every node for its version and its models, and whether the roster's models are among them.</summary>
internal sealed class NodesCheck(ArenaConfiguration configuration, TimeProvider time)
{
    private const string Area = "nodes";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Finding>> RunAsync(Task<DatabaseCheck.Result> database, CancellationToken cancellationToken)
    {
        if (configuration.DemoModels)
            return [Finding.Good(Area, "ARENA_MODELS asks for the demo models, which the sandbox serves")];

        var options = configuration.Inference(configuration.Get(Settings.Nodes)) with { Connect = Bound, Reply = Bound };
        var fleet = Fleet.Of(options, time, NullLogger<Fleet>.Instance);
        var held = new List<HostedModel>();
        var findings = new List<Finding>();
        foreach (var node in fleet.Nodes)
            findings.Add(await AskAsync(node, held, cancellationToken));

        if (findings.Exists(finding => finding.IsGood))
            findings.AddRange(Missing(await Playing(database, held), held));

        return findings;
    }

    /// <summary>A sandbox whose models are all elsewhere (demo models, then an Ollama) changes over by itself at its next start.</summary>
    private async Task<IReadOnlyList<string>> Playing(Task<DatabaseCheck.Result> database, List<HostedModel> held)
    {
        var active = (await database).ActiveModels;
        var changesOver = configuration.Discord.IsSandbox && !active.Any(tag => held.Exists(model => ModelName.Same(model.Tag, tag)));
        return changesOver ? [] : active;
    }

    private async Task<Finding> AskAsync(FleetNode node, List<HostedModel> held, CancellationToken cancellationToken)
    {
        var address = NodeAddress.Format(node.Address);
        try
        {
            var version = await node.Host.VersionAsync(cancellationToken);
            var models = await node.Host.ListAsync(cancellationToken);
            held.AddRange(models);
            var chatting = models.Count(model => model.CanChat);
            return Finding.Good(Area, string.Create(CultureInfo.InvariantCulture, $"{address}: Ollama {version}, {chatting} models that can chat"));
        }
        catch (ModelHostException) when (configuration.Discord.IsSandbox && !configuration.Values.IsGiven(Settings.Nodes))
        {
            return Finding.Good(Area, $"no Ollama at {address}: the sandbox would play with its demo models");
        }
        catch (ModelHostException exception)
        {
            return Finding.Bad(Area, exception.Message, Remedy(exception, address));
        }
    }

    private static string Remedy(ModelHostException exception, string address) => exception.Failure switch
    {
        ModelHostFailure.Refused => "Give Ollama's own machine name or address, or let it listen on all addresses (OLLAMA_HOST=0.0.0.0 where Ollama runs).",
        ModelHostFailure.NotOllama => $"Something else answers at {address}; correct nodes in arena.json, or OLLAMA_HOST.",
        _ => "Start Ollama (ollama serve), or correct nodes in arena.json, or OLLAMA_HOST.",
    };

    private static IEnumerable<Finding> Missing(IReadOnlyList<string> active, List<HostedModel> held)
    {
        foreach (var tag in active.Where(tag => !held.Exists(model => ModelName.Same(model.Tag, tag))))
            yield return Finding.Bad(Area, $"{tag} is on the roster and on no node", $"ollama pull {tag}, or /model retire it.");
    }
}
