using System.Globalization;
using Arena.Core.Exchange;
using Bot.Discord.Messages;

namespace Bot.Presentation.Leaderboards;

/// <summary>A server's comparisons as a file, and what is in it.</summary>
internal static class ExportMessage
{
    public const string Nothing = "No battle has been counted in this server yet, so there is nothing to export. Start one with /battle.";

    public static OutgoingMessage Compose(ExportedCount count, OutgoingFile file) => new()
    {
        Content = $"This server's comparisons: {Held(count)}, one row for each ballot.\n"
            + "Members stand in it as pseudonyms (`judge`): always the same one here, another on every other server, and not to be turned back into a name. "
            + "Prompts and answers are not in it.",
        Files = [file],
        Ephemeral = true,
    };

    /// <summary><c>12 ballots in 5 battles</c>.</summary>
    public static string Held(ExportedCount count) => $"{Numbers.Count(count.Ballots, "ballot")} in {Numbers.Count(count.Battles, "battle")}";

    public static string TooLarge(long limit, ServerId server) => string.Create(
        CultureInfo.InvariantCulture,
        $"Even compressed the file is larger than the {limit / 1048576.0:0.#} MiB that Discord takes here. The operator can write it with `ratings export FILE --server {server}`.");
}
