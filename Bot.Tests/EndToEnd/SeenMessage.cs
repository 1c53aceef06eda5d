using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.EndToEnd;

/// <summary>A message as a member's client gets it.</summary>
internal sealed partial record SeenMessage(JsonNode Json)
{
    public string Id => (string)Json["id"]!;

    /// <summary>The id as a number: later messages have a greater one.</summary>
    public ulong Number => ulong.Parse(Id, CultureInfo.InvariantCulture);

    public string Channel => (string)Json["channel_id"]!;
    public string Content => (string?)Json["content"] ?? "";
    public bool IsByBot => (bool?)Json["author"]!["bot"] ?? false;
    public bool IsEphemeral => (((int?)Json["flags"] ?? 0) & 64) != 0;

    /// <summary>All that the message shows and carries, names of files and ids of buttons included.</summary>
    public string Everything => Escape().Replace(
        Json.ToJsonString(Readable), escape => ((char)Convert.ToInt32(escape.Groups[1].Value, 16)).ToString());

    public IReadOnlyList<JsonNode> Embeds => [.. Json["embeds"]?.AsArray().Select(embed => embed!) ?? []];
    public IReadOnlyList<JsonNode> Attachments => [.. Json["attachments"]?.AsArray().Select(file => file!) ?? []];

    public IReadOnlyList<string> Reactions =>
        [.. Json["reactions"]?.AsArray().Select(reaction => (string)reaction!["emoji"]!["name"]!) ?? []];

    public IReadOnlyList<SeenButton> Buttons =>
    [
        .. from row in Json["components"]?.AsArray() ?? []
           from component in row!["components"]?.AsArray() ?? []
           where (int)component!["type"]! == 2
           select new SeenButton((string?)component["label"] ?? "", (string?)component["custom_id"] ?? "", (bool?)component["disabled"] ?? false),
    ];

    public bool Offers(string button) => Buttons.Any(candidate => candidate.Label == button);

    public bool IsVoting => Reactions.Count >= 4 && Offers("Reveal");

    /// <summary>A vote by buttons is open.</summary>
    public bool IsSecretVoting => Offers("Both bad") && Offers("Reveal");

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The relaxed encoder still escapes what lies outside the basic plane, emoji among them.
    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();
}

