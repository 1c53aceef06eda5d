using System.Text.Json.Nodes;
using Sandbox.Rest;
using Sandbox.World;

namespace Sandbox.Messages;

/// <summary>Whom a message may ping: kinds that are parsed from the text, and single users and roles.</summary>
internal sealed record AllowedMentions(bool AllUsers, bool AllRoles, bool Everyone, IReadOnlySet<ulong> Users, IReadOnlySet<ulong> Roles, bool RepliedUser)
{
    public static AllowedMentions Everything { get; } = new(true, true, true, new HashSet<ulong>(), new HashSet<ulong>(), true);

    public static AllowedMentions Read(Form body)
    {
        if (body.Object("allowed_mentions") is not { } form)
            return Everything;
        var parse = (form.List("parse", 3) ?? []).Select(node => node?.ToString()).ToList();
        foreach (var unknown in parse.Where(kind => kind is not ("users" or "roles" or "everyone")))
            form.Errors.Add(form.At("parse"), "BASE_TYPE_CHOICES", $"Value must be one of ('users', 'roles', 'everyone'), not {unknown}.");
        foreach (var (kind, list) in new[] { ("users", form.List("users", 100)), ("roles", form.List("roles", 100)) })
            if (parse.Contains(kind) && list is { Count: > 0 })
                form.Errors.Add(form.At("parse"), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
        return new AllowedMentions(parse.Contains("users"), parse.Contains("roles"), parse.Contains("everyone"),
            Ids(form.Body["users"]), Ids(form.Body["roles"]), form.Flag("replied_user") ?? false);
    }

    private static HashSet<ulong> Ids(JsonNode? node) =>
        node is JsonArray list ? [.. list.Select(item => Snowflakes.TryParse(item?.ToString(), out var id) ? id : 0)] : [];
}
