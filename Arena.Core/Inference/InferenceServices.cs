using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Core.Inference;

/// <summary>Registers what this folder offers.</summary>
public static class InferenceServices
{
    /// <summary>The fleet of the nodes that the options name, as a singleton.</summary>
    public static IServiceCollection AddInference(this IServiceCollection services, InferenceOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(provider => Fleet.Of(
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<Fleet>>() ?? NullLogger<Fleet>.Instance));
        return services;
    }
}
