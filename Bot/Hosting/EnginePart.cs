using Arena.Core.Battles;

namespace Bot.Hosting;

/// <summary>Runs the battles: queue, answers, closing times, and what a restart left behind.</summary>
internal sealed class EnginePart(BattleEngine engine, HostFailure failure) : HostPart(failure)
{
    protected override Task RunAsync(CancellationToken stopping) => engine.RunAsync(stopping);
}
