namespace Arena.Core.Inference;

/// <summary>How the nodes were a moment ago, in the configured order.</summary>
public sealed record FleetStatus(IReadOnlyList<NodeStatus> Nodes)
{
    public bool IsReachable => Nodes.Any(node => node.IsReachable);
}
