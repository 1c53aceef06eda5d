using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Reports;

/// <summary>Files of comparisons, given to the program's own command line.</summary>
internal sealed class ImportCase : IDisposable
{
    private readonly HostCase _host = new();

    public string Errors => _host.Errors.ToString();

    public string Output => _host.Output.ToString();

    public string Root => _host.Root;

    /// <summary>Writes a file and names it.</summary>
    public string Write(string name, params IEnumerable<string> lines)
    {
        var path = Path.Combine(_host.Root, name);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return path;
    }

    /// <summary>What the operator set.</summary>
    public void Arena(string json) => _host.Arena(json);

    /// <summary>Imports a file for people.</summary>
    public Task<int> RunAsync(string file, params string[] options) => _host.RunAsync(["ratings", "import", file, .. options]);

    /// <summary>Imports a file that can be used, for scripts.</summary>
    public async Task<JsonElement> ReadAsync(string file, params string[] options)
    {
        _host.Output.GetStringBuilder().Clear();
        Assert.True(await RunAsync(file, [.. options, "--json"]) == 0, Errors);
        return JsonDocument.Parse(Output).RootElement;
    }

    /// <summary>Judges the ratings of a file, for scripts.</summary>
    public async Task<JsonElement> EvaluateAsync(string file, params string[] options)
    {
        _host.Output.GetStringBuilder().Clear();
        Assert.True(await _host.RunAsync(["ratings", "evaluate", file, .. options, "--json"]) == 0, Errors);
        return JsonDocument.Parse(Output).RootElement;
    }

    public static Dictionary<string, JsonElement> ByName(JsonElement board) =>
        board.GetProperty("models").EnumerateArray().ToDictionary(model => model.GetProperty("model").GetString()!);

    /// <summary>A folder of the test data; skips the test where it is not at hand.</summary>
    public static string Data(params ReadOnlySpan<string> path)
    {
        var data = Environment.GetEnvironmentVariable("ARENA_TEST_DATA");
        if (string.IsNullOrEmpty(data))
            Assert.Skip("ARENA_TEST_DATA is not set: the sets with known results are in its folders.");
        return Path.Combine([data, .. path]);
    }

    public void Dispose() => _host.Dispose();
}
