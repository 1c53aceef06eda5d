namespace Arena.Core.Battles.Showing;

/// <summary>
/// Where battles are shown. Failures that pass by themselves are retried behind this port; what comes through is for good.
/// Any method but <see cref="Update"/> throws <see cref="BattleMessageGoneException"/> when the message or channel was deleted.
/// </summary>
public interface IBattleScreen
{
    /// <summary>Posts the battle's message. Idempotent: the battle's id is the nonce, so asking again finds the first message.</summary>
    Task<MessageId> PostAsync(BattleView view, CancellationToken cancellationToken);

    /// <summary>Shows newer text or a queue place when there is room for it: newest wins, never throws.</summary>
    void Update(BattleView view);

    /// <summary>Shows a state; returns once it is shown, after anything that <see cref="Update"/> had waiting.</summary>
    Task ShowAsync(BattleView view, CancellationToken cancellationToken);

    /// <summary>
    /// Posts how a settled battle ended in another channel besides. Idempotent for some minutes, as <see cref="PostAsync"/> is. Where that
    /// channel does not take it, it is only logged.
    /// </summary>
    Task PostResultAsync(BattleView view, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Adds those of the four choices that are missing, in order.</summary>
    Task OfferChoicesAsync(BattleView view, CancellationToken cancellationToken);

    /// <summary>The choices that stand on the message, of members only (no bots).</summary>
    Task<IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>>> ReadChoicesAsync(
        ChannelId channel, MessageId message, CancellationToken cancellationToken);
}
