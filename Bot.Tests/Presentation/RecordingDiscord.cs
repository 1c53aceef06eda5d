using Bot.Discord.Events;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Discord;
using System.Collections.Concurrent;
using System.Threading.Channels;
using ApplicationId = Bot.Discord.ApplicationId;
using Channel = Bot.Discord.Channel;

namespace Bot.Tests.Presentation;

/// <summary>A Discord that keeps what it is told, answers as a test says, and can be made to fail or to hold calls back.</summary>
internal sealed class RecordingDiscord : IDiscordClient
{
    private readonly Channel<DiscordEvent> _events = System.Threading.Channels.Channel.CreateUnbounded<DiscordEvent>();
    private readonly Channel<string> _journal = System.Threading.Channels.Channel.CreateUnbounded<string>();

    private readonly ConcurrentDictionary<string, MessageId> _byNonce = new();
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ulong _lastMessage = 2;

    public static readonly User Bot = new(new MemberId(99), "ArenaBot", "ArenaBot", true);

    /// <summary>Runs before each call, with its journal line; may wait or throw.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<string> Journal { get; } = new();

    /// <summary>What Discord would have refused for its length or number.</summary>
    public ConcurrentQueue<string> OverLimits { get; } = new();

    public ConcurrentQueue<OutgoingMessage> Posted { get; } = new();

    public ConcurrentQueue<MessageEdit> Edits { get; } = new();

    /// <summary>What members were told by interactions, in order.</summary>
    public ConcurrentQueue<OutgoingMessage> Answers { get; } = new();

    public ConcurrentQueue<IReadOnlyList<OptionChoice>> Suggestions { get; } = new();

    public List<ReactionCount> StandingReactions { get; } = [];

    /// <summary>The server's roles.</summary>
    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>The server's channels.</summary>
    public IReadOnlyList<Channel> Channels { get; set; } = [];

    /// <summary>Forms that were opened, in order.</summary>
    public ConcurrentQueue<Modal> Forms { get; } = new();

    public Dictionary<string, IReadOnlyList<User>> Reactors { get; } = [];

    public IReadOnlyList<CommandDefinition> Registered { get; private set; } = [];

    public ChannelReader<DiscordEvent> Events => _events.Reader;

    public GatewayHealth Health => new(true, null, null);

    public void Happen(DiscordEvent happened) => _events.Writer.TryWrite(happened);

    /// <summary>Returns at the first journal line that begins so, among those not asked for yet.</summary>
    public async Task<string> SawAsync(string beginning)
    {
        while (true)
        {
            var line = await _journal.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Bound);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return line;
        }
    }

    /// <summary>Makes the connection end for good.</summary>
    public void Fail(Exception reason) => _end.TrySetException(reason);

    public Task RunAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);

    public Task<BotIdentity> WhoAmIAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<GatewayInfo> GatewayInfoAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<RegistrationReport> RegisterCommandsAsync(
        ApplicationId application, IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken)
    {
        await WriteAsync("register");
        Registered = commands;
        return new RegistrationReport(0, commands.Count, 0, 0, new Dictionary<string, CommandId>());
    }

    public async Task<Message> CreateMessageAsync(ChannelId channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        await WriteAsync($"post {channel}");
        Posted.Enqueue(Held(message));
        return MessageWith(_byNonce.GetOrAdd(message.Nonce ?? Guid.NewGuid().ToString(), _ => new MessageId(Interlocked.Increment(ref _lastMessage))));
    }

    public async Task<Message> EditMessageAsync(ChannelId channel, MessageId message, MessageEdit edit, CancellationToken cancellationToken)
    {
        await WriteAsync($"edit {message}");
        Held(new OutgoingMessage { Content = edit.Content, Embeds = edit.Embeds ?? [], Components = edit.Components ?? [], Files = edit.Files ?? [] });
        Edits.Enqueue(edit);
        return MessageWith(message);
    }

    public Task DeleteMessageAsync(ChannelId channel, MessageId message, CancellationToken cancellationToken) => WriteAsync($"delete {message}");

    public async Task<Message> GetMessageAsync(ChannelId channel, MessageId message, CancellationToken cancellationToken)
    {
        await WriteAsync($"get {message}");
        return MessageWith(message);
    }

    public Task<Channel> GetChannelAsync(ChannelId channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Role>> ListRolesAsync(ServerId server, CancellationToken cancellationToken) => Task.FromResult(Roles);

    public Task<IReadOnlyList<Channel>> ListChannelsAsync(ServerId server, CancellationToken cancellationToken) => Task.FromResult(Channels);

    public Task AddReactionAsync(ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken) =>
        WriteAsync($"react {emoji}");

    public Task RemoveOwnReactionAsync(ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public async Task<IReadOnlyList<User>> ListReactionsAsync(
        ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken)
    {
        await WriteAsync($"list {emoji}");
        return Reactors.GetValueOrDefault(emoji) ?? [];
    }

    public Task<Channel> CreateThreadAsync(
        ChannelId channel, MessageId message, string name, TimeSpan archiveAfter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Members of every server, for those who ask for one.</summary>
    public ConcurrentDictionary<MemberId, Member> Members { get; } = new();

    public async Task<Member?> GetMemberAsync(ServerId server, MemberId member, CancellationToken cancellationToken)
    {
        await WriteAsync($"member {member}");
        return Members.GetValueOrDefault(member);
    }

    /// <summary>What lies behind the addresses of attached files.</summary>
    public Dictionary<Uri, byte[]> Files { get; } = [];

    public async Task<byte[]?> DownloadAsync(Attachment file, int maxBytes, CancellationToken cancellationToken)
    {
        await WriteAsync($"download {file.Url}");
        return Files[file.Url].Length > maxBytes ? null : Files[file.Url];
    }

    public Task LeaveServerAsync(ServerId server, CancellationToken cancellationToken) => WriteAsync($"leave {server}");

    public async Task RespondAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken)
    {
        await WriteAsync("respond");
        Answers.Enqueue(Held(message));
    }

    public Task DeferAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken) =>
        WriteAsync(ephemeral ? "defer quietly" : "defer");

    public Task DeferUpdateAsync(Interaction interaction, CancellationToken cancellationToken) => WriteAsync("defer update");

    public Task UpdateAsync(Interaction interaction, MessageEdit edit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ShowModalAsync(Interaction interaction, Modal modal, CancellationToken cancellationToken)
    {
        Note(DiscordLimits.Broken(modal));
        Forms.Enqueue(modal);
        return WriteAsync("show modal");
    }

    public async Task SuggestAsync(Interaction interaction, IReadOnlyList<OptionChoice> choices, CancellationToken cancellationToken)
    {
        Note(DiscordLimits.Broken(choices));
        Suggestions.Enqueue(choices);
        await WriteAsync("suggest");
    }

    public async Task<Message> EditResponseAsync(Interaction interaction, MessageEdit edit, CancellationToken cancellationToken)
    {
        Answers.Enqueue(Held(new OutgoingMessage
        {
            Content = edit.Content is { Length: > 0 } content ? content : null,
            Embeds = edit.Embeds ?? [],
            Components = edit.Components ?? [],
            Files = edit.Files ?? [],
        }));
        await WriteAsync("edit response");
        return MessageWith(new MessageId(5));
    }

    public Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken) => WriteAsync("delete response");

    public async Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken)
    {
        Answers.Enqueue(Held(message));
        await WriteAsync("follow up");
        return MessageWith(new MessageId(6));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private OutgoingMessage Held(OutgoingMessage message)
    {
        Note(DiscordLimits.Broken(message));
        return message;
    }

    private void Note(IReadOnlyList<string> broken)
    {
        foreach (var one in broken)
            OverLimits.Enqueue(one);
    }

    private async Task WriteAsync(string line)
    {
        await Before(line);
        Journal.Enqueue(line);
        _journal.Writer.TryWrite(line);
    }

    private Message MessageWith(MessageId id) =>
        new(id, new ChannelId(2), null, Bot, "", [], [], [.. StandingReactions], DateTimeOffset.UnixEpoch, null);
}
