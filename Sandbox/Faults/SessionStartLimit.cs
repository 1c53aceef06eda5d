namespace Sandbox.Faults;

internal sealed record SessionStartLimit(int Remaining, int ResetAfterMs);
