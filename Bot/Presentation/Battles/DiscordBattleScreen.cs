using System.Collections.Concurrent;
using System.Globalization;
using Arena.Core.Battles;
using Arena.Core.Battles.Showing;
using Bot.Discord;
using Bot.Discord.Messages;
using Microsoft.Extensions.Logging;

namespace Bot.Presentation.Battles;

/// <summary>Shows battles as messages in Discord's channels.</summary>
internal sealed partial class DiscordBattleScreen : IBattleScreen, IDisposable
{
    private const int MissingAccess = 50001;

    private readonly IDiscordClient _discord;
    private readonly TimeProvider _time;
    private readonly ILogger<DiscordBattleScreen> _logger;
    private readonly ConcurrentDictionary<BattleId, MessageLane> _lanes = new();
    private readonly ConcurrentDictionary<MessageId, BattleId> _voting = new();
    private readonly CancellationTokenSource _closing = new();

    public DiscordBattleScreen(IDiscordClient discord, TimeProvider time, ILogger<DiscordBattleScreen> logger)
    {
        _discord = discord;
        _time = time;
        _logger = logger;
    }

    public async Task<MessageId> PostAsync(BattleView view, CancellationToken cancellationToken)
    {
        var lane = Lane(view.Battle.Id);
        try
        {
            var message = BattleMessage.Compose(view) with { Nonce = Nonce(view.Battle) };
            var posted = await ReportingLossAsync(() => _discord.CreateMessageAsync(view.Battle.Channel, message, cancellationToken));
            lane.Posted.TrySetResult(posted.Id);
            return posted.Id;
        }
        catch (Exception e) when (e is DiscordException or BattleMessageGoneException)
        {
            lane.Posted.TrySetException(e);
            _ = lane.Posted.Task.Exception;                                  // nobody may be waiting for it
            Forget(view.Battle.Id);
            throw;
        }
    }

    public void Update(BattleView view)
    {
        if (!_closing.IsCancellationRequested && !view.Battle.IsOver)
            Lane(view.Battle.Id).Offer(view, _closing.Token);
    }

    public async Task ShowAsync(BattleView view, CancellationToken cancellationToken)
    {
        await Lane(view.Battle.Id).ShowAsync(view, cancellationToken);
        if (view.Battle is { State: BattleState.Voting, IsSecret: false } && view.Battle.Message is { } open)
            _voting[open] = view.Battle.Id;
        if (view.Battle is { IsOver: true, Message: { } closed })
            _voting.TryRemove(closed, out _);
        if (view.Battle.IsOver)
            Forget(view.Battle.Id);
    }

    public async Task PostResultAsync(BattleView view, ChannelId channel, CancellationToken cancellationToken)
    {
        try
        {
            await _discord.CreateMessageAsync(channel, ResultMessage.Compose(view), cancellationToken);
        }
        catch (DiscordException e)
        {
            Log.ResultNotPosted(_logger, view.Battle.Id, channel.Value, e.Message);
        }
    }

    public async Task OfferChoicesAsync(BattleView view, CancellationToken cancellationToken)
    {
        if (MessageOf(view) is { } message)
            await OfferChoicesAsync(view.Battle.Channel, message, cancellationToken);
    }

    /// <summary>Somebody took one of the bot's own reactions off: while the vote is open it is offered again.</summary>
    public async Task OfferAgainAsync(ChannelId channel, MessageId message, CancellationToken cancellationToken)
    {
        if (!_voting.ContainsKey(message))
            return;
        try
        {
            await OfferChoicesAsync(channel, message, cancellationToken);
        }
        catch (BattleMessageGoneException)
        {
            _voting.TryRemove(message, out _);                               // the deletion has an event of its own
        }
    }

    private Task<bool> OfferChoicesAsync(ChannelId channel, MessageId message, CancellationToken cancellationToken) => ReportingLossAsync(async () =>
    {
        var standing = await _discord.GetMessageAsync(channel, message, cancellationToken);
        var offered = standing.Reactions.Where(reaction => reaction.Mine).Select(reaction => ChoiceEmoji.Parse(reaction.Emoji)).ToHashSet();
        foreach (var choice in ChoiceEmoji.All.Where(choice => !offered.Contains(choice)))
            await _discord.AddReactionAsync(channel, message, ChoiceEmoji.Of(choice), cancellationToken);
        return true;
    });

    public Task<IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>>> ReadChoicesAsync(
        ChannelId channel, MessageId message, CancellationToken cancellationToken) => ReportingLossAsync(async () =>
    {
        var choices = new Dictionary<MemberId, IReadOnlySet<Choice>>();
        foreach (var choice in ChoiceEmoji.All)
        {
            foreach (var user in await _discord.ListReactionsAsync(channel, message, ChoiceEmoji.Of(choice), cancellationToken))
            {
                if (user.IsBot)
                    continue;
                if (!choices.TryGetValue(user.Id, out var standing))
                    choices.Add(user.Id, standing = new HashSet<Choice>());
                ((HashSet<Choice>)standing).Add(choice);
            }
        }

        return (IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>>)choices;
    });

    /// <summary>Waits until the battle's message is posted: true, or false if it is not within the bound. Throws what posting it threw.</summary>
    /// <param name="isStored">Whether it is stored that the battle was posted, or is over. A battle that is over is forgotten here.</param>
    public async Task<bool> WaitUntilPostedAsync(BattleId battle, Func<Task<bool>> isStored, TimeSpan bound, CancellationToken cancellationToken)
    {
        // Before it is asked: what is forgotten until then was stored earlier.
        var lane = Lane(battle);
        if (await isStored())
        {
            if (!lane.Posted.Task.IsCompleted)
                Forget(battle);                                              // it was made just now, and nobody else will need it
            return true;
        }

        try
        {
            await lane.Posted.Task.WaitAsync(bound, _time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Stops bringing newer text. The container may ask twice, once for each name it knows this by.</summary>
    public void Dispose() => _closing.Cancel();

    private MessageLane Lane(BattleId battle) => _lanes.GetOrAdd(
        battle, _ => new MessageLane(EditAsync, (view, e) => Log.TextNotShown(_logger, view.Battle.Id, e.Message), _time));

    private void Forget(BattleId battle) => _lanes.TryRemove(battle, out _);

    private async Task EditAsync(BattleView view, bool isState, MessageLane lane, CancellationToken cancellationToken)
    {
        if (MessageOf(view) is not { } message)
            return;                                                          // not posted yet, and posted later with its state of then
        var composed = BattleMessage.Compose(view);
        var words = Words(composed);
        if (!isState && words == lane.Words)
            return;                                                          // a new view, and nothing new to see
        // Files change with the state only; with newer text they stay as they are.
        var edit = isState ? composed.AsEdit() : composed.AsEdit() with { Files = null };
        await ReportingLossAsync(() => _discord.EditMessageAsync(view.Battle.Channel, message, edit, cancellationToken));
        lane.Words = words;
    }

    private static string Words(OutgoingMessage message) =>
        string.Join('\n', message.Embeds.Select(embed => $"{embed.Description}\n{embed.Footer}").Prepend(message.Content));

    private MessageId? MessageOf(BattleView view) =>
        view.Battle.Message
        ?? (_lanes.TryGetValue(view.Battle.Id, out var lane) && lane.Posted.Task is { IsCompletedSuccessfully: true } posted ? posted.Result : null);

    // The moment keeps apart the battles of two databases that number alike; Discord takes 25 characters.
    private static string Nonce(Battle battle) =>
        string.Create(CultureInfo.InvariantCulture, $"{battle.Id.Value}-{battle.CreatedAt.ToUnixTimeMilliseconds():x}");

    private static async Task<T> ReportingLossAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (DiscordException e) when (e.IsGone || e.Code == MissingAccess)
        {
            throw new BattleMessageGoneException(e.Message, channelIsGone: e.Failure != DiscordFailure.UnknownMessage, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Warning, "Battle {Battle}: newer text could not be shown, the next edit brings it: {Problem}")]
        public static partial void TextNotShown(ILogger logger, BattleId battle, string problem);

        [LoggerMessage(7191, LogLevel.Warning, "The result of battle {Battle} can not be posted in channel {Channel}: {Problem}")]
        public static partial void ResultNotPosted(ILogger logger, BattleId battle, ulong channel, string problem);
    }
}
