namespace Arena.Core.Battles.Showing;

/// <summary>A battle's message, or its whole channel, is not there any more; the battle is void.</summary>
public sealed class BattleMessageGoneException : Exception
{
    public BattleMessageGoneException(string message, bool channelIsGone = false, Exception? inner = null)
        : base(message, inner) => ChannelIsGone = channelIsGone;

    /// <summary>Not only the message: the channel is gone, or the bot may not see it any more.</summary>
    public bool ChannelIsGone { get; }
}
