namespace Sandbox.Models;

/// <summary>One chat, generate, pull or embed request, for whoever wants to see what reached the host.</summary>
internal sealed class DemoCall(int id, string path, string model, DateTimeOffset startedAt)
{
    private int _tokens;

    public int Id { get; } = id;

    public string Path { get; } = path;

    public string Model { get; } = model;

    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>waiting, generating; then done, failed or aborted.</summary>
    public string State { get; set; } = "waiting";

    /// <summary>The request's body, as it came.</summary>
    public string Body { get; set; } = "";

    public int Tokens => Volatile.Read(ref _tokens);

    public bool IsInFlight => State is "waiting" or "generating";

    public void CountToken() => Interlocked.Increment(ref _tokens);
}
