using Bot.Configuration;
using Bot.Hosting;

namespace Bot.Tests.Hosting;

/// <summary>A folder, an environment and a terminal of its own for a host or a command line.</summary>
internal sealed class HostCase : IDisposable
{
    private readonly TempFolder _root = new();
    private readonly Dictionary<string, string> _variables = new()
    {
        ["ARENA_SANDBOX_PORT"] = "0",
        ["ARENA_MODELS"] = "demo",
    };

    public string Root => _root.Path;

    public string Data => Path.Combine(Root, "data", "sandbox");

    public StringWriter Output { get; } = new();

    public StringWriter Errors { get; } = new();

    public ArenaEnvironment Environment => new(_variables, Root, AppContext.BaseDirectory);

    public ArenaHostOptions Options => new() { Environment = Environment, Output = Output, Log = Errors };

    public HostCase With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public HostCase Arena(string json)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "config")).FullName;
        File.WriteAllText(Path.Combine(folder, "arena.json"), json);
        return this;
    }

    public Task<int> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(arguments, Environment, Output, Errors, TestContext.Current.CancellationToken);

    public string[] OutputLines => Output.ToString().Split(System.Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => _root.Dispose();
}
