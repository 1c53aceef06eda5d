using System.Threading.Channels;
using Bot.Discord.Events;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;

namespace Bot.Discord;

/// <summary>
/// Discord, as far as the arena needs it. Calls throw <see cref="DiscordException"/> when they fail for good, and
/// <see cref="OperationCanceledException"/> only for the caller's own token. Nothing that is sent can mention anybody.
/// </summary>
public interface IDiscordClient : IAsyncDisposable
{
    /// <summary>
    /// Connects to the gateway and stays connected, resuming as needed, until cancelled (then throws
    /// <see cref="OperationCanceledException"/>) or until Discord says that it is pointless (<see cref="DiscordFatalException"/>).
    /// To be called once.
    /// </summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What happens, in Discord's order for each shard. One reader; whoever reads decides what runs beside what. When nobody reads, the
    /// backlog fills and the gateway is read no further: nothing is dropped. Completes when <see cref="RunAsync"/> ends.
    /// </summary>
    ChannelReader<DiscordEvent> Events { get; }

    /// <summary>State of the gateway connections right now.</summary>
    GatewayHealth Health { get; }

    /// <summary>Whom the token belongs to.</summary>
    Task<BotIdentity> WhoAmIAsync(CancellationToken cancellationToken);

    /// <summary>Where the gateway is and how many sessions may still be started today; starts none.</summary>
    Task<GatewayInfo> GatewayInfoAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes the application's global commands those given. Compares first, writes only what differs and deletes what is not wanted.
    /// </summary>
    Task<RegistrationReport> RegisterCommandsAsync(
        ApplicationId application, IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken);

    /// <summary>
    /// Posts a message. With a nonce it is posted once even when the call is repeated within some minutes: Discord answers with the one
    /// that stands already.
    /// </summary>
    Task<Message> CreateMessageAsync(ChannelId channel, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Changes parts of one of the bot's own messages.</summary>
    Task<Message> EditMessageAsync(ChannelId channel, MessageId message, MessageEdit edit, CancellationToken cancellationToken);

    /// <summary>Deletes a message. One that is gone already counts as deleted.</summary>
    Task DeleteMessageAsync(ChannelId channel, MessageId message, CancellationToken cancellationToken);

    Task<Message> GetMessageAsync(ChannelId channel, MessageId message, CancellationToken cancellationToken);

    Task<Channel> GetChannelAsync(ChannelId channel, CancellationToken cancellationToken);

    /// <summary>A server's roles, <c>@everyone</c> among them.</summary>
    Task<IReadOnlyList<Role>> ListRolesAsync(ServerId server, CancellationToken cancellationToken);

    /// <summary>A server's channels, those that the bot may not see included, without threads.</summary>
    Task<IReadOnlyList<Channel>> ListChannelsAsync(ServerId server, CancellationToken cancellationToken);

    /// <summary>Adds the bot's own reaction. One that stands already changes nothing.</summary>
    /// <param name="emoji">The emoji itself (<c>🇦</c>), or <c>name:id</c> for a server's own.</param>
    Task AddReactionAsync(ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken);

    /// <summary>Removes the bot's own reaction.</summary>
    Task RemoveOwnReactionAsync(ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken);

    /// <summary>
    /// Everybody whose reaction with this emoji stands, normal and burst, each account once, bots included, lowest id first. Reads all pages.
    /// </summary>
    Task<IReadOnlyList<User>> ListReactionsAsync(ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken);

    /// <summary>Opens a public thread under a message.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="archiveAfter">Rounded up to what Discord knows: one hour, one day, three days, one week.</param>
    Task<Channel> CreateThreadAsync(
        ChannelId channel, MessageId message, string name, TimeSpan archiveAfter, CancellationToken cancellationToken);

    /// <summary>A member of a server, without their permissions in it; null when the account is not in it.</summary>
    Task<Member?> GetMemberAsync(ServerId server, MemberId member, CancellationToken cancellationToken);

    /// <summary>The content of a file that a member attached; null when it has more than <paramref name="maxBytes"/>.</summary>
    Task<byte[]?> DownloadAsync(Attachment file, int maxBytes, CancellationToken cancellationToken);

    /// <summary>Leaves a server.</summary>
    Task LeaveServerAsync(ServerId server, CancellationToken cancellationToken);

    /// <summary>First answer to an interaction: a message. Due within three seconds.</summary>
    Task RespondAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// First answer: "thinking…". The message is then given by <see cref="EditResponseAsync"/>, within 15 minutes; it is ephemeral only if
    /// this was.
    /// </summary>
    Task DeferAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken);

    /// <summary>First answer to a button, menu or a modal that one opened: nothing visible happens (yet).</summary>
    Task DeferUpdateAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>First answer to a button or menu: edits the message it stands on.</summary>
    Task UpdateAsync(Interaction interaction, MessageEdit edit, CancellationToken cancellationToken);

    /// <summary>First answer: opens a form. Not possible for a modal's own submission.</summary>
    Task ShowModalAsync(Interaction interaction, Modal modal, CancellationToken cancellationToken);

    /// <summary>Answer to an autocomplete interaction; at most 25 are sent.</summary>
    Task SuggestAsync(Interaction interaction, IReadOnlyList<OptionChoice> choices, CancellationToken cancellationToken);

    /// <summary>Edits the first answer, or gives it after <see cref="DeferAsync"/>.</summary>
    Task<Message> EditResponseAsync(Interaction interaction, MessageEdit edit, CancellationToken cancellationToken);

    /// <summary>Deletes the first answer.</summary>
    Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>A further message after the first answer, within 15 minutes.</summary>
    Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);
}
