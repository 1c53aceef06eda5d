using System.Text.Json;

namespace Bot.Discord.Rest;

/// <summary>How one attempt ended. The cases below are all there are.</summary>
internal abstract record Answer
{
    private Answer() { }

    /// <param name="Body">Undefined where the answer had none.</param>
    public sealed record Done(JsonElement Body) : Answer;

    /// <summary>429: wait as long as told, then ask again.</summary>
    /// <param name="IsShared">The resource's limit, not ours; it does not count as an invalid request.</param>
    public sealed record Limited(TimeSpan RetryAfter, bool IsGlobal, bool IsShared) : Answer;

    /// <summary>Worth another try, if the request can be repeated.</summary>
    /// <param name="NothingSent">The connection was never made, so that even what must not be done twice may be tried again.</param>
    public sealed record Failed(DiscordException Error, bool NothingSent) : Answer;

    /// <summary>Discord's final word.</summary>
    public sealed record Refused(DiscordException Error) : Answer;
}
