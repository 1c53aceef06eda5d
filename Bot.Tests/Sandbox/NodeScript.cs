using System.ComponentModel;
using System.Diagnostics;
using Arena.Core.Tests.Testing;

namespace Bot.Tests.Sandbox;

/// <summary>Runs a script of <c>Bot.Tests/Sandbox/js</c> with node. Where node or its packages are missing the test skips, and fails on the build machine.</summary>
internal sealed record NodeScript(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool HasPackages => Directory.Exists(Path.Combine(Folder(), "node_modules"));

    public static async Task<NodeScript> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var folder = Folder();
        if (!HasPackages)
            Requirement.Missing("The packages from npm are not installed: run `npm ci` in Bot.Tests/Sandbox/js.");
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
            await process.WaitForExitAsync(deadline.Token);
            return new NodeScript(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Requirement.Missing("Node is not installed.");
            throw;
        }
    }

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "ArenaBot.sln")))
                return Path.Combine(at.FullName, "Bot.Tests", "Sandbox", "js");
        throw new DirectoryNotFoundException("The tests do not run from inside the repository, so their scripts cannot be found.");
    }
}
