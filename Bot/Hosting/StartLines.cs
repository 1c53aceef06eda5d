using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Bot.Configuration;

namespace Bot.Hosting;

/// <summary>The six lines of a start.</summary>
internal sealed class StartLines(TextWriter output)
{
    private const int LabelWidth = 10;
    private const int MostNamed = 8;

    public static string Version { get; } =
        typeof(StartLines).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public void Program() => Line("ArenaBot", $"{Version}, {RuntimeInformation.FrameworkDescription}");

    public void Database(string path, bool isSandbox) => Line("Database", $"{path} ({(isSandbox ? "sandbox" : "live")})");

    public void Models(NodeChoice choice, IReadOnlyList<string> active)
    {
        var nodes = string.Join(", ", choice.Nodes.Select(NodeAddress.Format));
        var where = choice switch
        {
            { IsDemo: true } => "demo models of the sandbox",
            { Models: null } => $"{nodes} does not answer yet",
            _ => nodes,
        };
        Line("Models", active.Count == 0 ? $"{where}; none on the roster yet, a moderator adds them with /model add" : $"{where}: {Names(active)}");
    }

    public void Discord(DiscordChoice choice) => Line("Discord", choice switch
    {
        DiscordChoice.Live => "discord.com",
        DiscordChoice.OtherSandbox other => $"the sandbox at {NodeAddress.Format(other.Address)}",
        _ => "a sandbox in this process, with members alice, bob, carol and dave",
    });

    public void Stopping() => Line("Stop", "Ctrl+C");

    public void Ready(Uri address) => Line("Ready", address.AbsoluteUri.TrimEnd('/'));

    private static string Names(IReadOnlyList<string> tags) => tags.Count <= MostNamed
        ? string.Join(", ", tags)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", tags.Take(MostNamed))} and {tags.Count - MostNamed} more");

    private void Line(string label, string text)
    {
        output.WriteLine($"{label.PadRight(LabelWidth)}{text}");
        output.Flush();
    }
}
