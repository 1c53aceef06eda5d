namespace Bot.Discord.Gateway;

/// <summary>What a close code means for what to do next. The cases below are all there are.</summary>
internal abstract record CloseVerdict
{
    private CloseVerdict() { }

    public sealed record Resume : CloseVerdict;

    public sealed record NewSession : CloseVerdict;

    /// <param name="Advice">What the operator can do about it.</param>
    public sealed record Fatal(string Advice) : CloseVerdict;

    /// <summary>By docs: topics/opcodes-and-status-codes, gateway close event codes. No code at all means resume.</summary>
    public static CloseVerdict Of(int? code) => code switch
    {
        4004 => new Fatal("Discord refuses the token. Copy it again from the developer portal (Bot, Reset Token) into DISCORD_TOKEN."),
        4010 => new Fatal("Discord refuses the shard numbers. Correct the shards in the configuration, or leave them out."),
        4011 => new Fatal("The bot is in too many servers for so few shards. Raise the number of shards, or leave it out."),
        4012 => new Fatal("Discord no longer offers version 10 of its gateway. This program needs an update."),
        4013 => new Fatal("Discord does not know the intents that were asked for. This program needs an update."),
        4014 => new Fatal(
            "Discord does not allow the message content intent for this bot. Switch it on in the developer portal "
            + "(Bot, Message Content Intent), or switch it off in the configuration."),
        4007 or 4009 => new NewSession(),
        _ => new Resume(),
    };
}
