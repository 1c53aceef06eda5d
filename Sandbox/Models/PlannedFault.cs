namespace Sandbox.Models;

/// <summary>A fault for the next answers.</summary>
/// <param name="Model">Of this model only; of any when null.</param>
internal sealed record PlannedFault(Fault Fault, string? Model, int Times);
