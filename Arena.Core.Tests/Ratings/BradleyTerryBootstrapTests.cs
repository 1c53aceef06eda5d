using System.Text.Json;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class BradleyTerryBootstrapTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_thousand_rounds_lie_within_the_scatter_that_the_golden_set_states()
    {
        var golden = GoldenSet.Read("medium");
        var table = ComparisonTable.Of(golden.Comparisons);
        var fit = BradleyTerry.Fit(table, new BradleyTerryOptions(), Token);
        var found = BradleyTerryBootstrap.Run(table, fit, 1000, seed: 1, Token);

        var off = 0.0;
        var models = golden.Expected.GetProperty("bootstrap").GetProperty("models").EnumerateArray().ToList();
        foreach (var model in models)
        {
            var i = fit.NumberOf(model.GetProperty("model").GetString()!)!.Value;
            off += Scatters(model, "lower", found.Lower(i)) + Scatters(model, "upper", found.Upper(i));
        }

        // Squares of standard normal numbers, about one each.
        Assert.InRange(off / (2 * models.Count), 0.2, 2.2);
    }

    // How many standard deviations off, squared; none is more than four.
    private static double Scatters(JsonElement model, string end, double actual)
    {
        var scatter = model.GetProperty($"sd_of_{end}_in_1000_rounds").GetDouble();
        var off = (actual - model.GetProperty(end).GetDouble()) / scatter;
        Assert.InRange(off, -4, 4);
        return off * off;
    }
}
