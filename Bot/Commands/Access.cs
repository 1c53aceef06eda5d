using Arena.Core.Servers;
using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>Who may do what. Discord hides commands from members, but it is this that decides.</summary>
internal sealed class Access(AccessOptions options, ServerStore servers, ServerSettingsBook settings)
{
    private ServerId? _firstServer;

    /// <summary>A moderator of the server where the interaction happened: by Manage Server, by the server's role for them, or as an operator.</summary>
    public bool IsModerator(Interaction interaction) =>
        interaction.Server is { } server && IsModerator(server, interaction.Member);

    /// <summary>The same of a member with their permissions in a channel of the server.</summary>
    public bool IsModerator(ServerId server, Member member) =>
        MayManage(member) || (settings.Of(server).ModeratorRole is { } role && member.Roles.Contains(role));

    /// <summary>Who says who else moderates: Manage Server, or an operator. The role itself does not do.</summary>
    public bool MayManageServer(Interaction interaction) =>
        interaction.Server is not null && MayManage(interaction.Member);

    public bool IsOperator(Interaction interaction) => IsOperator(interaction.Member.Id);

    public bool IsOperator(MemberId member) => options.Operators.Contains(member);

    public bool MayUseOthersMessages => options.BattleOthersMessages;

    public bool IsWelcome(ServerId server) => options.Servers.Count == 0 || options.Servers.Contains(server);

    /// <summary>Moderators of the home server, and operators wherever they are.</summary>
    public async Task<bool> MayChangeRosterAsync(Interaction interaction, CancellationToken cancellationToken) =>
        IsOperator(interaction)
        || (IsModerator(interaction) && interaction.Server == await HomeServerAsync(cancellationToken));

    /// <summary>Why the caller may not change the roster, in one sentence; null when they may.</summary>
    public async Task<string?> RosterRefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        await MayChangeRosterAsync(interaction, cancellationToken) ? null
        : IsModerator(interaction) ? ErrorText.OnlyRosterKeepers
        : ErrorText.OnlyModerators;

    /// <summary>Why the caller may not do what moderators of this server do, in one sentence; null when they may.</summary>
    public string? ModeratorRefusal(Interaction interaction) => IsModerator(interaction) ? null : ErrorText.OnlyModerators;

    /// <summary>The operator's own server; null before the bot is in any.</summary>
    public async Task<ServerId?> HomeServerAsync(CancellationToken cancellationToken) =>
        options.HomeServer ?? (_firstServer ??= await servers.FirstAsync(cancellationToken));

    private bool MayManage(Member member) => member.Permissions.Allows(Permissions.ManageServer) || IsOperator(member.Id);
}
