using Arena.Core.Battles;
using Arena.Core.Charts;
using Arena.Core.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands.Leaderboards;

/// <summary>Each server's pictures have the colours that it chose; the others have the operator's.</summary>
public sealed class PictureThemeTests
{
    public static TheoryData<string, string> Pictures => new()
    {
        { "leaderboard", "{}" },
        { "elo", "{}" },
        { "elo", """{"model":"fox:1b"}""" },
        { "elo", """{"model":"fox:1b","versus":"owl:7b"}""" },
        { "me", "{}" },
        { "chart", """{"kind":"wins"}""" },
        { "chart", """{"kind":"actual"}""" },
        { "chart", """{"kind":"battles"}""" },
        { "chart", """{"kind":"categories"}""" },
        { "chart", """{"kind":"history"}""" },
        { "chart", """{"kind":"sizes"}""" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Every_picture_has_the_servers_colours_from_the_next_one_on(string command, string options)
    {
        var drawn = new DrawnCharts();
        await using var arena = await CommandDriver.StartAsync(more: services =>
        {
            BattleSeries.Scripted(services);
            services.AddSingleton<IChartRenderer>(drawn);
        });
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", [Choice.A]);
        async Task<string> BackgroundAsync(ServerId server)
        {
            await arena.UseAsync(command, System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(options), origin => origin with { Server = server, Member = CommandDriver.Member(new MemberId(100), Bot.Discord.Permissions.None) });
            // What is drawn first lies below all else.
            var svg = drawn.Last!.Svg;
            return svg[svg.IndexOf("fill=\"", StringComparison.Ordinal)..][6..13];
        }

        Assert.Equal(ChartTheme.Dark.Background, await BackgroundAsync(CommandDriver.Home));

        await arena.Get<ServerSettingsBook>().ChangeAsync(
            CommandDriver.Home, CommandDriver.Alice, of => of with { Theme = "light" }, TestContext.Current.CancellationToken);

        Assert.Equal(ChartTheme.Light.Background, await BackgroundAsync(CommandDriver.Home));
    }
}
