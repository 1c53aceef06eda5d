using System.Text.Json;
using Bot.Discord.Messages;

namespace Bot.Discord.Interactions;

/// <summary>
/// The values given to a slash command. A value that was not given is null. One of another type than asked for throws
/// <see cref="OptionTypeException"/>: the command was registered differently, or somebody is playing tricks.
/// </summary>
public sealed class CommandOptions
{
    private readonly IReadOnlyDictionary<string, JsonElement> _values;
    private readonly IReadOnlyDictionary<AttachmentId, Attachment> _attachments;
    private readonly IReadOnlyDictionary<MemberId, User> _users;
    private readonly IReadOnlyDictionary<MemberId, Member> _members;

    /// <summary>For tests and the parser; commands are handed theirs.</summary>
    /// <param name="subcommand"><c>add</c>, or <c>node add</c> within a group; null if the command has none.</param>
    /// <param name="values">The options' values by name, as JSON.</param>
    public CommandOptions(
        string? subcommand,
        IReadOnlyDictionary<string, JsonElement> values,
        FocusedOption? focused = null,
        IReadOnlyDictionary<AttachmentId, Attachment>? attachments = null,
        IReadOnlyDictionary<MemberId, User>? users = null,
        IReadOnlyDictionary<MemberId, Member>? members = null)
    {
        Subcommand = subcommand;
        _values = values;
        Focused = focused;
        _attachments = attachments ?? new Dictionary<AttachmentId, Attachment>();
        _users = users ?? new Dictionary<MemberId, User>();
        _members = members ?? new Dictionary<MemberId, Member>();
    }

    /// <summary><c>add</c>, or <c>node add</c> within a group; null if the command has none.</summary>
    public string? Subcommand { get; }

    /// <summary>The option being typed, in autocomplete; else null.</summary>
    public FocusedOption? Focused { get; }

    /// <summary>Names of the options that were given.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The values that are texts, ids among them.</summary>
    public IEnumerable<string> Texts => _values.Values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!);

    public string? Text(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new OptionTypeException(name, "text");

    public long? Integer(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : throw new OptionTypeException(name, "a whole number");

    public double? Number(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number
        : throw new OptionTypeException(name, "a number");

    public bool? Flag(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw new OptionTypeException(name, "true or false");

    public MemberId? Member(string name) => Id(name, "a member") is { } id ? new MemberId(id) : null;

    public ChannelId? Channel(string name) => Id(name, "a channel") is { } id ? new ChannelId(id) : null;

    public RoleId? Role(string name) => Id(name, "a role") is { } id ? new RoleId(id) : null;

    /// <summary>The account behind <see cref="Member"/>, as the interaction came with it.</summary>
    public User? User(string name) => Member(name) is { } id ? _users.GetValueOrDefault(id) : null;

    /// <summary>The member behind <see cref="Member"/>, with their permissions in the channel; null when that account is not in the server.</summary>
    public Member? Membership(string name) => Member(name) is { } id ? _members.GetValueOrDefault(id) : null;

    public Attachment? Attachment(string name)
    {
        if (Id(name, "a file") is not { } id)
            return null;
        return _attachments.GetValueOrDefault(new AttachmentId(id)) ?? throw new OptionTypeException(name, "a file");
    }

    private JsonElement? Find(string name) =>
        _values.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    private ulong? Id(string name, string expected) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String && ulong.TryParse(value.GetString(), out var id) ? id
        : throw new OptionTypeException(name, expected);
}
