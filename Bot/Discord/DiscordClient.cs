using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Discord.Events;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>Our own client for Discord's API, version 10, on the framework's HTTP and WebSocket clients.</summary>
public sealed class DiscordClient : IDiscordClient, IDisposable
{
    private const int ReactionsPerPage = 100;
    private const int MostSuggestions = 25;

    private readonly RestClient _rest;
    private readonly Downloads _downloads;
    private readonly EventSink _sink;
    private readonly SessionStarts _starts;
    private readonly GatewayClient _gateway;
    private readonly CommandRegistrar _registrar;
    private int _isRunning;

    /// <param name="random">Dice for delays; used behind a lock.</param>
    /// <exception cref="DiscordConfigurationException">No token, or one that must not be sent to this address.</exception>
    public DiscordClient(DiscordOptions options, TimeProvider time, Random random, ILoggerFactory loggers)
    {
        var endpoints = Endpoints.For(options);
        var logger = loggers.CreateLogger<DiscordClient>();
        var chance = new Chance(random);
        _rest = new RestClient(options, endpoints, time, chance, logger);
        _downloads = new Downloads(options, endpoints, time);
        _sink = new EventSink(options.EventBacklog);
        _starts = new SessionStarts(_rest, endpoints, time, chance, logger);
        _gateway = new GatewayClient(options, endpoints, _starts, _sink, time, chance, logger);
        _registrar = new CommandRegistrar(_rest, logger);
    }

    public ChannelReader<DiscordEvent> Events => _sink.Reader;

    public GatewayHealth Health => _gateway.Health;

    public void Dispose()
    {
        _rest.Dispose();
        _downloads.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public Task RunAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _isRunning, 1) == 0
            ? _gateway.RunAsync(cancellationToken)
            : throw new InvalidOperationException("The client runs once.");

    public async Task<BotIdentity> WhoAmIAsync(CancellationToken cancellationToken)
    {
        var application = await GetAsync(Routes.MyApplication, json => new ApplicationId(json.NeedId("id")), cancellationToken);
        var user = await GetAsync(Routes.Myself, CommonParser.User, cancellationToken);
        return new BotIdentity(application, user);
    }

    public Task<GatewayInfo> GatewayInfoAsync(CancellationToken cancellationToken) => _starts.AskAsync(cancellationToken);

    public Task<RegistrationReport> RegisterCommandsAsync(
        ApplicationId application, IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken) =>
        _registrar.RegisterAsync(application, commands, cancellationToken);

    public Task<Message> CreateMessageAsync(ChannelId channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        // With a nonce that Discord enforces, a creation is repeatable: the second one answers with the first one's message.
        var body = MessagePayload.New(message, message.Nonce ?? Chance.Nonce());
        var request = new RestRequest(Routes.CreateMessage(channel), body, message.Files) { IsRepeatable = true };
        return SendAsync(request, MessageParser.Message, cancellationToken);
    }

    public Task<Message> EditMessageAsync(ChannelId channel, MessageId message, MessageEdit edit, CancellationToken cancellationToken)
    {
        var request = new RestRequest(Routes.EditMessage(channel, message), MessagePayload.Edited(edit), edit.Files) { IsRepeatable = true };
        return SendAsync(request, MessageParser.Message, cancellationToken);
    }

    public async Task DeleteMessageAsync(ChannelId channel, MessageId message, CancellationToken cancellationToken)
    {
        try
        {
            await _rest.SendAsync(new RestRequest(Routes.DeleteMessage(channel, message)) { IsRepeatable = true }, cancellationToken);
        }
        catch (DiscordException error) when (error.IsGone)
        {
            // Which is what was asked for.
        }
    }

    public Task<Message> GetMessageAsync(ChannelId channel, MessageId message, CancellationToken cancellationToken) =>
        GetAsync(Routes.GetMessage(channel, message), MessageParser.Message, cancellationToken);

    public Task<Channel> GetChannelAsync(ChannelId channel, CancellationToken cancellationToken) =>
        GetAsync(Routes.GetChannel(channel), json => CommonParser.Channel(json), cancellationToken);

    public Task<IReadOnlyList<Role>> ListRolesAsync(ServerId server, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<Role>>(Routes.ListRoles(server), json => List(json, CommonParser.Role), cancellationToken);

    public Task<IReadOnlyList<Channel>> ListChannelsAsync(ServerId server, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<Channel>>(Routes.ListChannels(server), json => List(json, one => CommonParser.Channel(one, server)), cancellationToken);

    public Task AddReactionAsync(ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken) =>
        _rest.SendAsync(new RestRequest(Routes.AddReaction(channel, message, emoji)) { IsRepeatable = true }, cancellationToken);

    public Task RemoveOwnReactionAsync(ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken) =>
        _rest.SendAsync(new RestRequest(Routes.RemoveOwnReaction(channel, message, emoji)) { IsRepeatable = true }, cancellationToken);

    public async Task<IReadOnlyList<User>> ListReactionsAsync(
        ChannelId channel, MessageId message, string emoji, CancellationToken cancellationToken)
    {
        const int normal = 0;
        const int burst = 1;
        var users = new SortedDictionary<ulong, User>();
        foreach (var type in (int[])[normal, burst])
        {
            MemberId? after = null;
            int count;
            do
            {
                var route = Routes.ListReactions(channel, message, emoji, type, ReactionsPerPage, after);
                var page = await GetAsync(route, Users, cancellationToken);
                foreach (var user in page)
                    users[user.Id.Value] = user;
                count = page.Count;
                if (count > 0)
                    after = page.MaxBy(user => user.Id.Value)!.Id;
            }
            while (count == ReactionsPerPage);
        }

        return [.. users.Values];
    }

    public async Task<Channel> CreateThreadAsync(
        ChannelId channel, MessageId message, string name, TimeSpan archiveAfter, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["name"] = name, ["auto_archive_duration"] = ArchiveMinutes(archiveAfter) };
        var request = new RestRequest(Routes.CreateThread(channel, message), body) { IsRepeatable = true };
        try
        {
            return await SendAsync(request, json => CommonParser.Channel(json), cancellationToken);
        }
        catch (DiscordException error) when (error.Code == ErrorCodes.ThreadExists)
        {
            // By an attempt whose answer was lost, or by a member. A message's thread has the message's id.
            return await GetChannelAsync(new ChannelId(message.Value), cancellationToken);
        }
    }

    public async Task<Member?> GetMemberAsync(ServerId server, MemberId member, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(Routes.GetMember(server, member), CommonParser.Member, cancellationToken);
        }
        catch (DiscordException error) when (error.Code is ErrorCodes.UnknownMember or ErrorCodes.UnknownUser)
        {
            return null;
        }
    }

    public Task<byte[]?> DownloadAsync(Attachment file, int maxBytes, CancellationToken cancellationToken) =>
        _downloads.FetchAsync(file, maxBytes, cancellationToken);

    public Task LeaveServerAsync(ServerId server, CancellationToken cancellationToken) =>
        _rest.SendAsync(new RestRequest(Routes.LeaveServer(server)) { IsRepeatable = true }, cancellationToken);

    public Task RespondAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, CallbackType.Message, MessagePayload.New(message, nonce: null), cancellationToken, message.Files);

    public Task DeferAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, CallbackType.DeferredMessage, MessagePayload.Deferred(ephemeral), cancellationToken);

    public Task DeferUpdateAsync(Interaction interaction, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, CallbackType.DeferredUpdate, null, cancellationToken);

    public Task UpdateAsync(Interaction interaction, MessageEdit edit, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, CallbackType.Update, MessagePayload.Edited(edit), cancellationToken, edit.Files);

    public Task ShowModalAsync(Interaction interaction, Modal modal, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, CallbackType.Modal, ComponentWriter.Write(modal), cancellationToken);

    public Task SuggestAsync(Interaction interaction, IReadOnlyList<OptionChoice> choices, CancellationToken cancellationToken)
    {
        var data = new JsonObject { ["choices"] = new JsonArray([.. choices.Take(MostSuggestions).Select(CommandWriter.Write)]) };
        return CallBackAsync(interaction, CallbackType.Suggestions, data, cancellationToken);
    }

    public Task<Message> EditResponseAsync(Interaction interaction, MessageEdit edit, CancellationToken cancellationToken)
    {
        var request = new RestRequest(Routes.EditResponse(interaction), MessagePayload.Edited(edit), edit.Files) { IsRepeatable = true };
        return SendAsync(request, MessageParser.Message, cancellationToken);
    }

    public Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        _rest.SendAsync(new RestRequest(Routes.DeleteResponse(interaction)) { IsRepeatable = true }, cancellationToken);

    public Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken)
    {
        // Webhooks know no nonce: better no message than two.
        var body = MessagePayload.New(message, nonce: null);
        var request = new RestRequest(Routes.FollowUp(interaction), body, message.Files) { IsRepeatable = false };
        return SendAsync(request, MessageParser.Message, cancellationToken);
    }

    private Task CallBackAsync(
        Interaction interaction,
        CallbackType type,
        JsonObject? data,
        CancellationToken cancellationToken,
        IReadOnlyList<OutgoingFile>? files = null)
    {
        var body = new JsonObject { ["type"] = (int)type };
        if (data is not null)
            body["data"] = data;
        var request = new RestRequest(Routes.Callback(interaction), body, files)
        {
            IsRepeatable = true,
            DoneCodes = [ErrorCodes.AlreadyAcknowledged],
        };
        return _rest.SendAsync(request, cancellationToken);
    }

    private Task<T> GetAsync<T>(Route route, Func<JsonElement, T> parse, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(route) { IsRepeatable = true }, parse, cancellationToken);

    private async Task<T> SendAsync<T>(RestRequest request, Func<JsonElement, T> parse, CancellationToken cancellationToken)
    {
        var json = await _rest.SendAsync(request, cancellationToken);
        try
        {
            return parse(json);
        }
        catch (WireException error)
        {
            throw new DiscordException(DiscordFailure.UnreadableAnswer, $"{request.Route.Name}: {error.Message}", inner: error);
        }
    }

    private static List<User> Users(JsonElement json) => List(json, CommonParser.User);

    private static List<T> List<T>(JsonElement json, Func<JsonElement, T> parse) =>
        json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Select(parse)]
            : throw new WireException("The answer is not a list.");

    /// <summary>Discord knows four durations, in minutes.</summary>
    private static int ArchiveMinutes(TimeSpan wanted) => wanted.TotalMinutes switch
    {
        <= 60 => 60,
        <= 1_440 => 1_440,
        <= 4_320 => 4_320,
        _ => 10_080,
    };
}
