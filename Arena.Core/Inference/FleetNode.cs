namespace Arena.Core.Inference;

/// <summary>One inference endpoint of the fleet.</summary>
public sealed record FleetNode(Uri Address, IModelHost Host);
