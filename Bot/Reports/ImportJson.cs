using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Arena.Core.Ratings;

namespace Bot.Reports;

/// <summary>An import as one JSON object for scripts. Numbers are written so that they read back as they are.</summary>
internal static class ImportJson
{
    public static string Of(ImportReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("system", Word(report.Board.System));
            WriteOptions(json, report.Request);
            WriteReading(json, report);
            if (report.Board.Fit is { } fit)
                WriteFit(json, fit.LogLikelihood, fit.Iterations, fit.LastStep, fit.RhoEstimate);
            if (report.Board.Styled is { } styled)
            {
                WriteFit(json, styled.LogLikelihood, styled.Iterations, styled.LastStep, rho: null);
                WriteStyle(json, styled);
            }

            WriteModels(json, report);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteOptions(Utf8JsonWriter json, ImportRequest request)
    {
        var options = request.Board;
        json.WriteStartObject("options");
        if (options.System == RatingSystem.BradleyTerry)
        {
            json.WriteNumber("prior", options.BradleyTerry.Prior);
            json.WriteNumber("rho", options.BradleyTerry.Rho);
            json.WriteString("draw_weights", options.BradleyTerry.DrawWeights.ToString().ToLowerInvariant());
            json.WriteBoolean("style", options.HoldStyleEqual);
            json.WriteString("interval", options.BootstrapRounds is null ? "sandwich" : "bootstrap");
            if (options.BootstrapRounds is { } rounds)
            {
                json.WriteNumber("rounds", rounds);
                json.WriteNumber("seed", options.Seed);
            }
        }
        else if (options.System == RatingSystem.Elo)
        {
            json.WriteNumber("k", options.Elo.K);
            json.WriteNumber("start", options.Elo.Start);
            json.WriteBoolean("size", options.Elo.UseSize);
        }

        if (options.System != RatingSystem.Score)
            json.WriteNumber("provisional", options.BradleyTerry.ProvisionalBattles);
        json.WriteString("category", request.Reading.Category);
        json.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteNumber("rows", report.Battles.Rows);
        json.WriteNumber("bad_row_count", report.Battles.BadRowCount);
        json.WriteStartArray("bad_rows");
        foreach (var bad in report.Battles.BadRows)
        {
            json.WriteStartObject();
            json.WriteNumber("line", bad.Line);
            json.WriteString("reason", bad.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("battles", report.Board.Battles);
        json.WriteNumber("ballots", report.Board.Ballots);
        json.WriteNumber("seconds", report.Time.TotalSeconds);
        json.WriteNumber("rows_per_second", report.RowsPerSecond);
    }

    private static void WriteFit(Utf8JsonWriter json, double logLikelihood, int iterations, double lastStep, double? rho)
    {
        json.WriteNumber("log_likelihood", logLikelihood);
        json.WriteNumber("iterations", iterations);
        json.WriteNumber("last_step", lastStep);
        WriteNumber(json, "rho_estimate", rho);
    }

    private static void WriteStyle(Utf8JsonWriter json, StyleControlledFit fit)
    {
        json.WriteNumber("battles_left_out", fit.BattlesLeftOut);
        json.WriteStartArray("style");
        foreach (var covariate in fit.Covariates)
        {
            json.WriteStartObject();
            json.WriteString("covariate", covariate.Name);
            json.WriteNumber("root_mean_square", covariate.RootMeanSquare);
            json.WriteNumber("beta", covariate.Beta);
            json.WriteNumber("points_per_unit", covariate.PointsPerUnit);
            json.WriteNumber("se_points", covariate.StandardErrorPoints);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModels(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartArray("models");
        foreach (var model in report.Board.Models)
        {
            json.WriteStartObject();
            json.WriteString("model", model.Model);
            json.WriteNumber("rating", model.Rating);
            WriteNumber(json, "lower", model.Lower);
            WriteNumber(json, "upper", model.Upper);
            WriteNumber(json, "rank", model.Rank);
            json.WriteNumber("battles", model.Record.Battles);
            json.WriteNumber("ballots", model.Record.Ballots);
            json.WriteNumber("wins", model.Record.Wins);
            json.WriteNumber("losses", model.Record.Losses);
            json.WriteNumber("ties", model.Record.Ties);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static string Word(RatingSystem system) => system switch
    {
        RatingSystem.Score => "score",
        RatingSystem.Elo => "elo",
        _ => "bt",
    };
}
