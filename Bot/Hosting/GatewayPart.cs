using Bot.Commands;

namespace Bot.Hosting;

/// <summary>Keeps the gateway connected.</summary>
internal sealed class GatewayPart(ArenaGateway gateway, HostFailure failure) : HostPart(failure)
{
    protected override Task RunAsync(CancellationToken stopping) => gateway.RunAsync(stopping);
}
