using System.ComponentModel;
using System.Diagnostics;

namespace Bot.Tests.House;

/// <summary>What a script said that ran with node. Where node or the script's packages are missing the test skips, and fails on the build machine.</summary>
internal sealed record NodeScript(int ExitCode, string Output, string Errors)
{

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool HasPackages(string folder) => Directory.Exists(Path.Combine(Repository.Root, folder, "node_modules"));

    /// <param name="folder">Where the script and its package.json stand, from the root of the repository.</param>
    public static async Task<NodeScript> RunAsync(string folder, string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (!HasPackages(folder))
            Requirement.Missing($"The packages from npm are not installed: run `npm ci` in {folder}.");
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Path.Combine(Repository.Root, folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience.Bound);
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
}
