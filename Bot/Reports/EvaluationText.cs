using System.Globalization;
using System.Text;
using System.Text.Json;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Bot.Reports;

/// <summary>How well the ratings foretold ballots, for people and for scripts.</summary>
internal static class EvaluationText
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>One JSON object.</summary>
    public static string Json(EvaluationResult result) => JsonSerializer.Serialize(result, Names);

    /// <summary>A table for people.</summary>
    public static string Lines(EvaluationResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"Ratings of the first {DisplayNumbers.Counted(result.TrainingBattles, "battle")} on {DisplayNumbers.Counted(result.HeldOutBattles, "battle")} " +
            $"after them, of which {result.LeftOut} have a model that was not seen before.");
        text.AppendLine();
        text.AppendLine("                  ballots   log loss      Brier");
        text.AppendLine(Row("Bradley–Terry", result.BradleyTerry));
        text.AppendLine(Row("Elo", result.Elo));
        text.AppendLine();
        text.AppendLine("favourite is given         Bradley–Terry                      Elo");
        text.AppendLine("                     ballots  was preferred     ballots  was preferred");
        foreach (var (fitted, elo) in result.BradleyTerry.Calibration.Zip(result.Elo.Calibration))
            text.AppendLine($"{fitted.From * 100,3:0} to {fitted.To * 100,3:0} %        {Bin(fitted)}     {Bin(elo)}");
        return text.ToString().TrimEnd();
    }

    private static string Row(string name, PredictionScore score) => string.Create(
        CultureInfo.InvariantCulture, $"{name,-14}{score.Ballots,11:N0}{Number(score.LogLoss),11}{Number(score.Brier),11}");

    private static string Number(double? value) => value is { } number ? number.ToString("0.0000", CultureInfo.InvariantCulture) : "–";

    private static string Bin(CalibrationBin bin) => string.Create(
        CultureInfo.InvariantCulture,
        $"{bin.Ballots,7:N0}  {(bin.Observed is { } observed ? $"{observed * 100:0.0} %" : "–"),13}");
}
