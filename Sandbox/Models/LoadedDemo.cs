namespace Sandbox.Models;

internal sealed record LoadedDemo(DemoModel Model, DateTimeOffset ExpiresAt, int Context);
