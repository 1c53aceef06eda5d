using System.Diagnostics;

namespace Bot.Tests.Hosting;

/// <summary>The executable as an operator starts it.</summary>
public sealed class ProcessTests
{

    [Fact]
    public async Task The_program_becomes_ready_stops_when_told_and_refuses_a_second_start_meanwhile()
    {
        using var @case = new HostCase();
        using var bot = Start(@case.Root);
        try
        {
            var lines = await ReadUntilReadyAsync(bot);
            Assert.Equal(6, lines.Count);
            Assert.Matches(@"^Ready     http://127\.0\.0\.1:\d+$", lines[^1]);

            using var second = Start(@case.Root);
            var complaint = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await second.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Bound, TestContext.Current.CancellationToken);
            Assert.Equal(1, second.ExitCode);
            Assert.Contains("is in use by another process of the arena", complaint, StringComparison.Ordinal);

            if (OperatingSystem.IsWindows())
            {
                // Windows has no signal that a program could send to another one's console.
                return;
            }

            using var kill = Process.Start("kill", ["-TERM", $"{bot.Id}"]);
            await bot.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Bound, TestContext.Current.CancellationToken);
            Assert.Equal(0, bot.ExitCode);
        }
        finally
        {
            if (!bot.HasExited)
                bot.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bot.dll"));
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ARENA_", StringComparison.Ordinal) || name is "DISCORD_TOKEN" or "OLLAMA_HOST").ToList())
            start.Environment.Remove(name);

        start.Environment["ARENA_SANDBOX_PORT"] = "0";
        start.Environment["ARENA_MODELS"] = "demo";
        return Process.Start(start)!;
    }

    private static async Task<IReadOnlyList<string>> ReadUntilReadyAsync(Process bot)
    {
        var lines = new List<string>();
        while (await bot.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Bound, TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("Ready", StringComparison.Ordinal))
                return lines;
        }

        throw new InvalidOperationException($"The program ended before it was ready: {await bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }
}
