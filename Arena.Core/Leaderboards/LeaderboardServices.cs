using Arena.Core.Charts;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Arena.Core.Leaderboards;

/// <summary>Registers boards and their pictures.</summary>
public static class LeaderboardServices
{
    /// <summary>
    /// <see cref="LeaderboardReader"/> (over the <see cref="Database"/> that is registered elsewhere) and
    /// <see cref="IChartRenderer"/> with its cache, as singletons; what is registered already stays.
    /// </summary>
    public static IServiceCollection AddLeaderboards(this IServiceCollection services, EloOptions elo, BoardOptions board)
    {
        services.TryAddSingleton(provider => new LeaderboardReader(provider.GetRequiredService<Database>(), elo, board));
        services.TryAddSingleton<SvgRasterizer>();
        services.TryAddSingleton<IChartRenderer>(provider =>
        {
            var rasterizer = provider.GetRequiredService<SvgRasterizer>();
            rasterizer.WarmUp();
            return new CachingChartRenderer(rasterizer);
        });
        return services;
    }
}
