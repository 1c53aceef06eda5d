using Sandbox;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class SandboxProgramTests
{
    [Fact]
    public async Task It_prints_three_bare_lines_and_runs_until_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var output = new LineWriter();
        var running = SandboxProgram.RunAsync(name => name == "ARENA_SANDBOX_PORT" ? "0" : null, output, TextWriter.Null, stop.Token);
        await output.Flushed.WaitAsync(Patience.Bound, Stop);

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"^ARENA_DISCORD_URL=http://127\.0\.0\.1:\d+$", lines[0]);
        Assert.Equal("DISCORD_TOKEN=sandbox-bot", lines[1]);
        Assert.Matches(@"^OLLAMA_HOST=http://127\.0\.0\.1:\d+/ollama$", lines[2]);
        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_sentence()
    {
        await using var sandbox = await StartAsync();
        using var errors = new StringWriter();
        var code = await SandboxProgram.RunAsync(name => name == "ARENA_SANDBOX_PORT" ? $"{sandbox.Address.Port}" : null, TextWriter.Null, errors, Stop);

        Assert.Equal(1, code);
        Assert.Equal($"Port {sandbox.Address.Port} on 127.0.0.1 is already in use; stop the other program, or choose another port with ARENA_SANDBOX_PORT.",
            errors.ToString().Trim());
    }

    [Theory]
    [InlineData("DISCORD_TOKEN", "not-of-the-sandbox", "DISCORD_TOKEN")]
    [InlineData("ARENA_SANDBOX_PORT", "http", "ARENA_SANDBOX_PORT")]
    [InlineData("ARENA_SANDBOX_PORT", "70000", "ARENA_SANDBOX_PORT")]
    public async Task A_real_token_or_a_broken_port_starts_nothing(string name, string value, string named)
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await SandboxProgram.RunAsync(asked => asked == name ? value : null, TextWriter.Null, errors, Stop));
        Assert.Contains(named, errors.ToString());
        Assert.DoesNotContain("not-of-the-sandbox", errors.ToString());
    }

    private sealed class LineWriter : StringWriter
    {
        private readonly TaskCompletionSource _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Flushed => _flushed.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _flushed.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
