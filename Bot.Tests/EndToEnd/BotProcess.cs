using System.Diagnostics;
using System.Text;

namespace Bot.Tests.EndToEnd;

/// <summary>The bot as an operator runs it: a process of its own, which a test may kill.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(Process process) => _process = process;

    public string Output { get { lock (_output) return _output.ToString(); } }

    /// <summary>Starts the bot with these variables only, and returns when it says Ready.</summary>
    public static async Task<BotProcess> StartReadyAsync(IReadOnlyDictionary<string, string> environment)
    {
        var bot = Start(environment);
        var ended = bot._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var first = await Task.WhenAny(bot._ready.Task, ended).WaitAsync(Patience.Bound, TestContext.Current.CancellationToken);
        if (first == ended)
            throw new InvalidOperationException($"The bot ended with {bot._process.ExitCode}:\n{bot.Output}");
        return bot;
    }

    public static BotProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bot.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var bot = new BotProcess(new Process { StartInfo = start });
        bot._process.OutputDataReceived += (_, line) => bot.Heard(line.Data);
        bot._process.ErrorDataReceived += (_, line) => bot.Heard(line.Data);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Bound);
        return _process.ExitCode;
    }

    /// <summary>As <c>kill -9</c>: no goodbye to Discord, no last write.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static bool IsOurs(string variable) => variable.StartsWith("ARENA_", StringComparison.Ordinal) || variable is "DISCORD_TOKEN" or "OLLAMA_HOST";

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (line.StartsWith("Ready", StringComparison.Ordinal))
            _ready.TrySetResult();
    }
}
