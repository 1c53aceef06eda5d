using Arena.Core.Inference;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Models;

public sealed class InferenceServicesTests
{
    [Fact]
    public void The_container_gives_out_one_fleet_of_the_configured_nodes()
    {
        using var services = new ServiceCollection()
            .AddInference(new InferenceOptions { Nodes = [new Uri("http://127.0.0.1:5080/ollama")] })
            .BuildServiceProvider();

        var fleet = services.GetRequiredService<Fleet>();

        Assert.Same(fleet, services.GetRequiredService<Fleet>());
        Assert.Equal("http://127.0.0.1:5080/ollama", Assert.Single(fleet.Nodes).Address.ToString());
    }
}
