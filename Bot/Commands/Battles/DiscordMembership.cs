using Arena.Core.Battles.Voting;
using Bot.Discord;

namespace Bot.Commands.Battles;

/// <summary>Asks Discord since when somebody is in a server.</summary>
internal sealed class DiscordMembership(IDiscordClient discord) : IMembership
{
    public async Task<DateTimeOffset?> JoinedAtAsync(ServerId server, MemberId member, CancellationToken cancellationToken) =>
        (await discord.GetMemberAsync(server, member, cancellationToken))?.JoinedAt;
}
