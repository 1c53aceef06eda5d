using System.Globalization;
using System.Text.Json;
using Bot.Tests.House;

namespace Bot.Tests.Sandbox;

/// <summary>
/// Holds a traffic file of the sandbox against Discord's OpenAPI document: every answer, and every request that was accepted, which may be
/// held to documented fields only. Skips where the document (test data) or node is missing.
/// </summary>
internal static class OpenApiCheck
{
    private const string Scripts = "Bot.Tests/Sandbox/js";

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);
    private static readonly Lock NotesLock = new();

    /// <summary>Whether the document, node and its packages are at hand; on the build machine they must be.</summary>
    public static bool IsPossible =>
        Environment.GetEnvironmentVariable("ARENA_TEST_DATA") is { Length: > 0 }
        && (NodeScript.HasPackages(Scripts) || Environment.GetEnvironmentVariable("ARENA_CI") == "1");

    /// <summary>Fails the test with every violation, and notes how much was checked.</summary>
    /// <param name="trafficFile">What <c>SandboxOptions.TrafficFile</c> named.</param>
    /// <param name="what">What made the traffic, for the note.</param>
    /// <param name="documentedFieldsOnly">Whether a request that holds a field the document does not know is a violation.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<OpenApiReport> EnsureValidAsync(
        string trafficFile, string what, bool documentedFieldsOnly, CancellationToken cancellationToken)
    {
        var report = await ReadAsync(trafficFile, documentedFieldsOnly, cancellationToken);
        Note(string.Create(CultureInfo.InvariantCulture,
            $"Discord's OpenAPI document: {report.Requests} requests and {report.Responses} answers checked ({what}), {report.Violations.Count} violations"));
        // Noted too: of what fails after the last test, a runner may show no more than that it failed.
        foreach (var violation in report.Violations.Distinct().Take(20))
            Note($"Violation ({what}): {violation}");
        Assert.True(report.Violations.Count == 0, string.Join(Environment.NewLine, report.Violations.Distinct()));
        return report;
    }

    public static async Task<OpenApiReport> ReadAsync(string trafficFile, bool documentedFieldsOnly, CancellationToken cancellationToken)
    {
        var data = Environment.GetEnvironmentVariable("ARENA_TEST_DATA");
        if (string.IsNullOrEmpty(data))
            Assert.Skip("ARENA_TEST_DATA is not set: Discord's OpenAPI document is part of the test data.");
        var document = Path.Combine(data, "discord-api-spec", "openapi.json");
        if (!File.Exists(document))
            Assert.Skip($"{document} is missing: Discord's OpenAPI document is part of the test data.");
        var run = await NodeScript.RunAsync(Scripts, "openapi.mjs", [document, Path.GetFullPath(trafficFile), documentedFieldsOnly ? "closed" : "open"], cancellationToken);
        Assert.True(run.Lines.Count > 0 && run.Lines[^1].StartsWith('{'), $"The check broke: {run.Output} {run.Errors}");
        return JsonSerializer.Deserialize<OpenApiReport>(run.Lines[^1], Names)!;
    }

    private static void Note(string line)
    {
        TestContext.Current.SendDiagnosticMessage(line);
        if (Environment.GetEnvironmentVariable("ARENA_TEST_NOTES") is { Length: > 0 } file)
            lock (NotesLock)
                File.AppendAllText(file, line + Environment.NewLine);
    }
}
