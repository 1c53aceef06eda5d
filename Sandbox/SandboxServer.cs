using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Sandbox.Cdn;
using Sandbox.Gateway;
using Sandbox.Models;
using Sandbox.Page;
using Sandbox.Rest;

namespace Sandbox;

/// <summary>A running sandbox: a local Discord with its page, and demo models. Listens on 127.0.0.1 only.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    /// <summary>How long requests under way may go on, such as a demo model's answer, before they are cut.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly Backstage _backstage;

    private SandboxServer(WebApplication app, Backstage backstage, Uri address)
    {
        _app = app;
        _backstage = backstage;
        Address = address;
    }

    /// <summary>http://127.0.0.1:port, without a path.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening; the sandbox answers once this returns.</summary>
    /// <exception cref="SandboxPortTakenException">Another program listens on the port.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        // The empty builder reads no environment and no settings files, logs nothing and leaves Ctrl+C to the host program.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var app = builder.Build();
        var backstage = new Backstage(options);
        app.UseWebSockets();
        app.MapRestApi(backstage);
        app.MapGateway(backstage.Gateway);
        app.MapCdn(backstage.World);
        app.MapDemoModels("/ollama");
        app.MapPage();

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException or SocketException)
        {
            await app.DisposeAsync();
            backstage.Dispose();
            throw new SandboxPortTakenException(options.Port, exception);
        }
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var address = new Uri(addresses.Single());
        backstage.World.Address = address.GetLeftPart(UriPartial.Authority);
        return new SandboxServer(app, backstage, address);
    }

    public async ValueTask DisposeAsync()
    {
        _backstage.Dispose(); // ends the gateway's connections, which the server would wait for
        using var patience = new CancellationTokenSource(StopPatience);
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }
}
