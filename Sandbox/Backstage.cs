using Sandbox.Faults;
using Sandbox.Gateway;
using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.RateLimits;
using Sandbox.Traffic;
using Sandbox.World;

namespace Sandbox;

/// <summary>The parts of one sandbox, made together and alive as long as its server.</summary>
internal sealed class Backstage : IDisposable
{
    public Backstage(SandboxOptions options)
    {
        World = new WorldState(options.Time);
        Faults = new FaultBoard();
        Limits = new RateLimiter(options.Time);
        Traffic = new TrafficLog(options.TrafficFile);
        Gateway = new GatewayHub(World, Faults);
        Events = new Events(Gateway);
        Messages = new MessageDesk(World, Events);
        Interactions = new InteractionDesk(World, Gateway);
    }

    public WorldState World { get; }
    public FaultBoard Faults { get; }
    public RateLimiter Limits { get; }
    public TrafficLog Traffic { get; }
    public GatewayHub Gateway { get; }
    public Events Events { get; }
    public MessageDesk Messages { get; }
    public InteractionDesk Interactions { get; }

    public void Dispose()
    {
        Gateway.Dispose();
        Interactions.Dispose();
        Traffic.Dispose();
    }
}
