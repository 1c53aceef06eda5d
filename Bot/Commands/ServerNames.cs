using System.Collections.Concurrent;

namespace Bot.Commands;

/// <summary>What servers are called, as far as Discord has told since the start.</summary>
internal sealed class ServerNames
{
    private readonly ConcurrentDictionary<ServerId, string> _names = new();

    public void Learn(ServerId server, string name) => _names[server] = name;

    public void Forget(ServerId server) => _names.TryRemove(server, out _);

    /// <summary>Null for all servers together, and for one that Discord has not told of.</summary>
    public string? Of(ServerId? server) => server is { } one && _names.TryGetValue(one, out var name) && name.Length > 0 ? name : null;
}
