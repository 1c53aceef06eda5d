using System.ComponentModel.DataAnnotations;

namespace Bot.Discord;

/// <summary>Where Discord is and who we are there.</summary>
public sealed class DiscordOptions
{
    /// <summary>Root of Discord's HTTP API.</summary>
    public static readonly Uri DiscordBaseUrl = new("https://discord.com/api/v10/");

    /// <summary>The bot's token, without the word <c>Bot</c> before it.</summary>
    public string Token { get; set; } = "";

    /// <summary>
    /// Root of the HTTP API with its version, such as <c>http://127.0.0.1:5080/api/v10/</c>; see <see cref="ForServer"/>.
    /// Null means Discord itself. A token that looks like Discord's own is never sent anywhere but to Discord.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Asks for the privileged message content intent, which must also be switched on in the developer portal.</summary>
    public bool MessageContent { get; set; }

    /// <summary>Gateway connections in all; null takes the number that Discord recommends.</summary>
    [Range(1, 10_000)]
    public int? ShardCount { get; set; }

    /// <summary>Which of them this process holds; null means all.</summary>
    public IReadOnlyList<int>? Shards { get; set; }

    /// <summary>Events that may wait to be read before the gateway is read no further.</summary>
    [Range(16, 1_000_000)]
    public int EventBacklog { get; set; } = 4096;

    /// <summary>Longest time that one REST call may take, waits for rate limits included, before it fails.</summary>
    public TimeSpan RequestBound { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest time that one attempt may take until its answer is complete.</summary>
    public TimeSpan AttemptBound { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is tried when the network fails or Discord answers 5xx.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 4;

    /// <summary>Requests in a second that the bot allows itself, over all routes but those of interactions.</summary>
    [Range(1, 10_000)]
    public int GlobalRequestsPerSecond { get; set; } = 50;

    /// <summary>Where Discord's staff can read who we are: part of the User-Agent that Discord asks for.</summary>
    public Uri ProjectUrl { get; set; } = new("https://github.com/ArenaBot/ArenaBot");

    /// <summary>The API root of a server address such as <c>http://127.0.0.1:5080</c>.</summary>
    public static Uri ForServer(Uri server) => new(server.AbsoluteUri.TrimEnd('/') + "/api/v10/");
}
