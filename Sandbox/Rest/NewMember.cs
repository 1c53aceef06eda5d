using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>Makes members for tests: a name, a token, an account of any age.</summary>
internal static partial class NewMember
{
    public static Reply Create(Call call)
    {
        var form = call.Form();
        var world = call.World;
        var name = form.Text("name", 32, 2, required: true) ?? "";
        if (name.Length > 1 && !AllowedName().IsMatch(name))
            form.Errors.Add("name", "USERNAME_INVALID", "Small letters, digits, dots and underscores only.");
        var guild = form.Id("guild_id") is { } id ? world.Guilds.GetValueOrDefault(id) ?? throw ApiError.UnknownGuild() : world.Guilds[Seed.GuildId];
        var (created, joined) = (Time(form, "created_at"), Time(form, "joined_at"));
        var roles = (form.List("roles", 250) ?? []).Select(node => Snowflakes.TryParse(node?.ToString(), out var role) ? role : 0).ToList();
        var (permissions, nick) = (form.Permissions("permissions"), form.Text("nick", 32));
        if (roles.Any(role => !guild.Roles.ContainsKey(role)))
            form.Errors.Add("roles", "UNKNOWN", "There is no such role in the server.");
        form.Errors.ThrowIfAny();

        var user = world.ByName(name) ?? world.Add(new User(IdFor(world, created), name, isBot: false, Seed.TokenOf(name)));
        if (guild.Members.ContainsKey(user.Id))
            throw FormErrors.Single("name", "USERNAME_TAKEN", $"{name} is already in {guild.Name}.");
        var member = new Member(user, joined ?? world.Now) { Nick = nick };
        member.Roles.AddRange(roles);
        if (permissions is { } bits)
        {
            var role = new Role(world.Ids.Next(), $"{name}'s role", bits, guild.Roles.Count);
            guild.Roles.Add(role.Id, role);
            call.Backstage.Events.RoleCreated(guild, role);
            member.Roles.Add(role.Id);
        }
        Departures.Join(call, guild, member);
        return Reply.Created(new JsonObject { ["user"] = UserShape.Of(user), ["member"] = MemberShape.Of(member), ["token"] = user.Token });
    }

    /// <summary>An id that says when the account was made, and that nobody has.</summary>
    private static ulong IdFor(WorldState world, DateTimeOffset? created)
    {
        if (created is not { } moment)
            return world.Ids.Next();
        var id = Snowflakes.First(moment);
        while (world.Users.ContainsKey(id))
            id++;
        return id;
    }

    private static DateTimeOffset? Time(Form form, string name)
    {
        if (form.Text(name, 64) is not { } text)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment;
        form.Errors.Add(name, "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        return null;
    }

    [GeneratedRegex("^[a-z0-9._]+$")]
    private static partial Regex AllowedName();
}
