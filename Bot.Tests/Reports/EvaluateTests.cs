using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Reports;

/// <summary>By which rules the ratings are judged.</summary>
public sealed class EvaluateTests
{
    private static readonly string[] Lines =
    [
        "battle_id,model_a,model_b,winner",
        .. Enumerable.Range(0, 60).Select(i => $"{i / 3},{(i / 3 % 2 == 0 ? "ant,bee" : "bee,cat")},{(i % 4 == 3 ? "model_b" : "model_a")}"),
    ];

    [Fact]
    public async Task They_are_those_of_the_settings_unless_options_say_otherwise()
    {
        using var usual = new ImportCase();
        using var set = new ImportCase();
        set.Arena("""{ "ratings": { "rho": 1, "prior": 9, "k": 8, "kMax": 16 } }""");

        var byOptions = await usual.EvaluateAsync(usual.Write("votes.csv", Lines), "--rho", "1", "--prior", "9", "--k", "8");
        var bySettings = await set.EvaluateAsync(set.Write("votes.csv", Lines));
        var backAgain = await set.EvaluateAsync(set.Write("votes.csv", Lines), "--rho", "0.3", "--prior", "2", "--k", "32");

        Assert.Equal(Text(byOptions), Text(bySettings));
        Assert.Equal(Text(await usual.EvaluateAsync(usual.Write("votes.csv", Lines))), Text(backAgain));
        Assert.NotEqual(LogLoss(bySettings, "bradley_terry"), LogLoss(backAgain, "bradley_terry"));
        Assert.NotEqual(LogLoss(bySettings, "elo"), LogLoss(backAgain, "elo"));
    }

    [Theory]
    [InlineData("--provisional", "3"), InlineData("--start", "1500"), InlineData("--system", "elo")]
    public async Task What_moves_no_rating_against_another_is_refused(string option, string value)
    {
        using var host = new HostCase();

        Assert.NotEqual(0, await host.RunAsync("ratings", "evaluate", "votes.csv", option, value));

        Assert.Contains(option, host.Errors.ToString(), StringComparison.Ordinal);
    }

    private static string Text(JsonElement judged) => judged.GetRawText();

    private static double LogLoss(JsonElement judged, string system) => judged.GetProperty(system).GetProperty("log_loss").GetDouble();
}
