using System.Text.Json.Nodes;
using Bot.Discord.Messages;

namespace Bot.Discord.Rest;

/// <summary>One call as the retry policy sees it.</summary>
internal sealed record RestRequest(Route Route, JsonNode? Body = null, IReadOnlyList<OutgoingFile>? Files = null)
{
    /// <summary>Doing it twice is the same as doing it once, so it may be repeated when nobody knows whether it was done.</summary>
    public required bool IsRepeatable { get; init; }

    /// <summary>Error codes which, once an attempt may have gone through unnoticed, mean that it did.</summary>
    public IReadOnlyList<int> DoneCodes { get; init; } = [];
}
