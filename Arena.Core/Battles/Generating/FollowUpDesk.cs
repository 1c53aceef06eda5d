using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Starting;
using Arena.Core.Battles.Voting;
using Arena.Core.Inference;
using Arena.Core.Prompts;
using Arena.Core.Servers;

namespace Arena.Core.Battles.Generating;

/// <summary>Where members go on with a battle's conversation: both models answer a further question, and the vote opens anew on all of it.</summary>
public sealed class FollowUpDesk
{
    private readonly IBattleStore _battles;
    private readonly ITurnStore _turns;
    private readonly IBanStore _bans;
    private readonly ServerSettingsBook _settings;
    private readonly BattleQueue _queue;
    private readonly OpenBattles _open;
    private readonly Announcer _announcer;
    private readonly BattleOptions _options;
    private readonly InferenceOptions _inference;
    private readonly TimeProvider _time;

    internal FollowUpDesk(
        IBattleStore battles, ITurnStore turns, IBanStore bans, ServerSettingsBook settings, BattleQueue queue, OpenBattles open,
        Announcer announcer, BattleOptions options, InferenceOptions inference, TimeProvider time)
    {
        (_battles, _turns, _bans, _settings, _queue, _open) = (battles, turns, bans, settings, queue, open);
        (_announcer, _options, _inference, _time) = (announcer, options, inference, time);
    }

    /// <summary>What stands in the way of a question now, before it is written; null for nothing. Whether somebody has voted is looked at when it is asked.</summary>
    public async Task<FollowUpResult?> ObjectionAsync(Battle battle, MemberId by, bool isModerator, CancellationToken cancellationToken)
    {
        if (battle.Starter != by && !isModerator)
            return new FollowUpResult.NotYours();
        return await _bans.IsBannedAsync(battle.Server, by, cancellationToken)
            ? new FollowUpResult.Refused(new StartResult.Banned())
            : FollowUps.Objection(battle, battle.Turn);
    }

    /// <summary>Asks both models a further question. Only the starter and moderators may, and only while nobody has voted.</summary>
    /// <param name="turn">The turn that the question follows: the last one its member could read.</param>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<FollowUpResult> AskAsync(
        BattleId id, int turn, MemberId by, bool isModerator, string question, CancellationToken cancellationToken)
    {
        if (await _battles.FindAsync(id, cancellationToken) is not { } battle)
            return new FollowUpResult.Unknown();
        if (await ObjectionAsync(battle, by, isModerator, cancellationToken) is { } objection)
            return objection;
        var settings = _settings.Of(battle.Server);
        var (text, unfit) = StartRules.Question(question, settings);
        if (unfit is not null)
            return new FollowUpResult.Refused(unfit);
        if (BlockedPhrases.AreIn(text, settings.BlockedPhrases))
            return new FollowUpResult.Refused(new StartResult.BlockedPhrase());
        if (!await FitsAsync(battle, text, cancellationToken))
            return new FollowUpResult.Refused(new StartResult.NoRoomForAnswer(Asking.Context(battle.Preset, _inference), null));
        var result = await _turns.AskFurtherAsync(
            id, turn, by, text, _time.GetUtcNow(), counts => StartRules.Waiting(counts, _options), cancellationToken);
        if (result is FollowUpResult.Asked asked)
            Queue(asked.Battle);
        return result;
    }

    // Both sides, so that it does not tell which of the two has said more.
    private async Task<bool> FitsAsync(Battle battle, string question, CancellationToken cancellationToken)
    {
        var earlier = await _turns.ConversationAsync(battle.Id, cancellationToken);
        return new[] { Side.A, Side.B }.All(side => Asking.Fits(battle.Preset, Asking.Conversation(earlier, side, question), _inference));
    }

    private void Queue(Battle battle)
    {
        _open.Close(battle);
        _queue.Add(battle);
        _announcer.Tell(battle.Id);
    }
}
