using Sandbox.World;

namespace Sandbox.Rest;

internal static class NewRole
{
    public static Role Create(Call call, Guild guild)
    {
        var form = call.Form();
        var (name, permissions, color) = (form.Text("name", 100, 1) ?? "new role", form.Permissions("permissions"), form.Integer("color", 0, 0xFFFFFF));
        var (hoist, mentionable) = (form.Flag("hoist"), form.Flag("mentionable"));
        form.Errors.ThrowIfAny();
        var role = new Role(call.World.Ids.Next(), name, permissions ?? guild.EveryoneRole.Permissions, guild.Roles.Count)
        {
            Color = (int)(color ?? 0),
            Hoist = hoist ?? false,
            Mentionable = mentionable ?? false,
        };
        guild.Roles.Add(role.Id, role);
        call.Backstage.Events.RoleCreated(guild, role);
        return role;
    }
}
