namespace Sandbox;

/// <summary>The sandbox's port is taken. The message is one sentence for a person.</summary>
public sealed class SandboxPortTakenException(int port, Exception inner)
    : Exception($"Port {port} on 127.0.0.1 is already in use; stop the other program, or choose another port with ARENA_SANDBOX_PORT.", inner)
{
    public int Port { get; } = port;
}
