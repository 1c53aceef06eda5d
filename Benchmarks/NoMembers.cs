using Arena.Core.Battles.Voting;

namespace Benchmarks;

/// <summary>Nobody is in the server; what is measured does not ask.</summary>
internal sealed class NoMembers : IMembership
{
    public Task<DateTimeOffset?> JoinedAtAsync(ServerId server, MemberId member, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(null);
}
