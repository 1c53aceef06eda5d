using System.Collections.Concurrent;
using Arena.Core.Battles.Voting;

namespace Arena.Core.Tests.Testing;

/// <summary>Who is in the server since when; everybody else is not in it.</summary>
internal sealed class KnownMembers : IMembership
{
    public ConcurrentDictionary<MemberId, DateTimeOffset> Joined { get; } = new();

    /// <summary>Who was asked for, in order.</summary>
    public ConcurrentQueue<MemberId> Asked { get; } = new();

    /// <summary>Runs before each answer; throws what goes wrong.</summary>
    public Action Before { get; set; } = () => { };

    public Task<DateTimeOffset?> JoinedAtAsync(ServerId server, MemberId member, CancellationToken cancellationToken)
    {
        Asked.Enqueue(member);
        Before();
        return Task.FromResult<DateTimeOffset?>(Joined.TryGetValue(member, out var joined) ? joined : null);
    }
}
