using System.Text.Json;
using System.Text.Json.Nodes;
using Arena.Core.Privacy;
using Bot.Discord.Messages;

namespace Bot.Presentation.Moderation;

/// <summary>What a member is told of what is stored about them, and of its end.</summary>
internal static class PrivacyMessage
{
    /// <summary>The subjects of <see cref="ButtonIds.Forget"/>.</summary>
    public const string Name = "name";
    public const string NameAndTexts = "texts";

    public const string File = "stored-about-me.json";

    public const string Nothing = "Nothing is stored about you in this arena.";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <param name="newest">How many of each kind the file holds at most; null for all.</param>
    public static OutgoingMessage Show(StoredData stored, OutgoingFile file, int? newest) => new()
    {
        Content = $"Stored under your Discord id, in all servers of this arena: {Listed(stored)}. {Held(newest)}\n"
            + "It is kept until you use /privacy forget, a ban until a moderator lifts it. Moderators see of it what concerns their server; votes by reaction can be seen by everybody on Discord itself.",
        Files = [file],
        Ephemeral = true,
    };

    /// <param name="newest">How many of each kind at most; null for all.</param>
    public static byte[] FileOf(StoredData stored, int? newest) => JsonSerializer.SerializeToUtf8Bytes(Json(stored, newest), Readable);

    public static OutgoingMessage Ask() => new()
    {
        Content = "This takes your id out of everything that the arena stores, in all servers and for good: nobody can turn it back.\n"
            + "- Your votes stay and count without your name, in open votes too. You can not change or withdraw them any more.\n"
            + "- Battles of yours that wait are cancelled. The others stay, asked by *someone*, and you can not reveal them.\n"
            + "- Your prompts stay without your name, unless you let them go too, with the answers to them.\n"
            + "- A ban stays while it stands. Backups that the operator made before are not changed; they are dropped in their time.\n"
            + "- Messages that stand on Discord stay as they are, except those of open votes.",
        Components =
        [
            new ActionRow(
                new Component.Button($"{ButtonIds.Forget}:{Name}", "Forget me", ButtonStyle.Danger),
                new Component.Button($"{ButtonIds.Forget}:{NameAndTexts}", "Forget me and my prompts", ButtonStyle.Danger)),
        ],
        Ephemeral = true,
    };

    public static string Done(ForgetResult result) => result switch
    {
        ForgetResult.Forgotten done =>
            $"You are forgotten: {Numbers.Count(done.Ballots, "vote")} and {Numbers.Count(done.Battles, "battle")} stay without your id{Texts(done.Texts)}.{Bans(done.Bans)}",
        ForgetResult.NothingStored none => $"There is nothing left that could be forgotten.{Bans(none.Bans)}",
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };

    private static string Texts(int battles) => battles == 0 ? "" : $", and the texts of {Numbers.Count(battles, "battle")} go: at once, or when its vote is over";

    private static string Bans(int bans) => bans == 0 ? "" : $" Your ban in {Numbers.Count(bans, "server")} stays.";

    private static string Held(int? newest) => newest is { } most
        ? $"Discord takes no file that holds all of it, so this one has the newest of each, at most {Numbers.Count(most)}; the operator can give you the rest."
        : "All of it is in the file.";

    private static string Listed(StoredData stored) =>
        string.Join(", ", stored.Kinds.Select(kind => $"{kind.Name}: {Numbers.Count(kind.Rows.Count)}"));

    private static JsonObject Json(StoredData stored, int? newest) => new(stored.Kinds.Select(kind => KeyValuePair.Create(
        kind.Name, (JsonNode?)new JsonArray([.. kind.Rows.TakeLast(newest ?? int.MaxValue).Select(row => (JsonNode)Json(row))]))));

    private static JsonObject Json(IReadOnlyDictionary<string, object?> row) => new(row.Select(value => KeyValuePair.Create(
        value.Key, value.Value is null ? null : JsonSerializer.SerializeToNode(value.Value, value.Value.GetType()))));
}
