using System.Text;
using Arena.Core.Battles;
using Arena.Core.Inference;
using Arena.Core.Roster;
using Bot.Discord.Messages;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Battles;

/// <summary>The state of the arena. What nodes have loaded is left out: it tells which models play right now.</summary>
internal static class StatusMessage
{
    /// <param name="status">How it stands.</param>
    /// <param name="forOperator">Whether the nodes are shown one by one.</param>
    /// <param name="pulls">Those that run; none for members who may not change the roster.</param>
    /// <param name="waiting">Whether notices of this server wait for a channel, and in how many servers they do, for those who may know.</param>
    public static OutgoingMessage Compose(
        ArenaStatus status, bool forOperator, IReadOnlyList<PullView> pulls, (bool Here, int Everywhere) waiting)
    {
        var text = new StringBuilder();
        text.Append("**Battles here** ").Append(Numbers.Count(status.Queued, "battle")).Append(" in line, ")
            .Append(Numbers.Count(status.Generating)).Append(" being answered, ")
            .Append(Numbers.Count(status.Voting, "vote")).Append(" open, ")
            .Append(Numbers.Count(status.Settled)).Append(" settled.\n");
        if (status.ExpectedWait is { } wait)
            text.Append("A battle asked for now waits ").Append(Numbers.About(wait)).Append(".\n");
        text.Append("**Models** ").Append(Numbers.Count(status.ActiveModels)).Append(" can play.");
        if (status.ActiveModels < 2)
            text.Append(" A battle needs two; /model add puts more on the roster.");
        text.Append('\n').Append(Nodes(status.Fleet));
        if (pulls.Count > 0)
            text.Append("\n**Pulls** ").Append(string.Join(", ", pulls.Select(Pull))).Append('.');
        if (waiting.Here)
            text.Append("\n**Notices** for the moderators of this server wait: I can post in no channel for them. /arena settings chooses one, under Channels.");
        if (waiting.Everywhere > 0)
            text.Append("\n**Notices** wait in ").Append(Numbers.Count(waiting.Everywhere, "server")).Append(" where I can post in no channel for them.");
        if (forOperator)
        {
            foreach (var node in status.Fleet.Nodes)
                text.Append('\n').Append(Node(node));
        }

        return OutgoingMessage.Whisper(TextBox.Plain(text.ToString(), 2000));
    }

    private static string Pull(PullView view) =>
        $"{ModelNames.Tag(view.Pull.Tag)} {(view.Stage == PullStage.Waiting ? "waits its turn" : PullBar.Percent(view.Share))}";

    private static string Nodes(FleetStatus fleet)
    {
        var reachable = fleet.Nodes.Count(node => node.IsReachable);
        if (reachable == 0)
            return "**Nodes** None is reachable right now; battles wait, and are dropped if that lasts.";
        return reachable == fleet.Nodes.Count
            ? $"**Nodes** {Numbers.Count(reachable)} reachable."
            : $"**Nodes** {Numbers.Count(reachable)} of {Numbers.Count(fleet.Nodes.Count)} reachable.";
    }

    private static string Node(NodeStatus node)
    {
        var state = node.IsReachable ? $"version {SafeText.Plain(node.Version ?? "unknown")}" : SafeText.Plain(TextBox.Plain(node.Problem ?? "not reachable", 300));
        return $"{SafeText.Code(node.Address.ToString())} {state}";
    }
}
