using Arena.Core.Servers;

namespace Arena.Core.Battles.Voting;

/// <summary>Whose ballots count in a server, by the ages that it asks of accounts and memberships.</summary>
internal sealed class Eligibility(ServerSettingsBook settings, IMembership membership)
{
    /// <summary>Judges a ballot that is cast now. Waits only where the server asks for a membership and nobody told since when there is one.</summary>
    public ValueTask<Fitness> JudgeAsync(ServerId server, Voter voter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = settings.Of(server);
        return rules.MembershipAge > TimeSpan.Zero && voter.JoinedAt is null
            ? AskAsync(server, voter.Id, now, cancellationToken)
            : new ValueTask<Fitness>(Judge(voter, rules, now));
    }

    /// <summary>Whether members have to be asked for one by one.</summary>
    public bool AsksForMembership(ServerId server) => settings.Of(server).MembershipAge > TimeSpan.Zero;

    internal static Fitness Judge(Voter voter, ServerSettings rules, DateTimeOffset now)
    {
        if (rules.AccountAge > TimeSpan.Zero && now - voter.Id.CreatedAt < rules.AccountAge)
            return Fitness.AccountTooYoung;
        if (rules.MembershipAge <= TimeSpan.Zero)
            return Fitness.Fit;
        if (voter.JoinedAt is not { } joined)
            return Fitness.HasLeft;
        return now - joined < rules.MembershipAge ? Fitness.JoinedTooLately : Fitness.Fit;
    }

    private async ValueTask<Fitness> AskAsync(ServerId server, MemberId member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var joined = await membership.JoinedAtAsync(server, member, cancellationToken);
        return Judge(new Voter(member, joined), settings.Of(server), now);
    }
}
