using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sandbox.World;

namespace Sandbox.Cdn;

/// <summary>Uploaded files and drawn pictures of users, at the paths of Discord's CDN.</summary>
internal static class CdnEndpoints
{
    public static void MapCdn(this IEndpointRouteBuilder app, WorldState world)
    {
        app.MapGet("/attachments/{channel}/{id}/{name}", (ulong channel, ulong id, string name, HttpContext context) =>
        {
            // Members upload what they like; opened by itself, none of it may run script beside the page.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return File(world, channel, id, name);
        });
        app.MapGet("/avatars/{user}/{file}", (ulong user, string file) => Picture(world, user, file));
        app.MapGet("/embed/avatars/{file}", (string file) => file.EndsWith(".svg", StringComparison.Ordinal)
            ? Results.Text(AvatarPicture.Svg("?", 0), "image/svg+xml")
            : Results.Bytes(AvatarPicture.Png(0), "image/png"));
    }

    private static IResult File(WorldState world, ulong channel, ulong id, string name)
    {
        Attachment? file;
        lock (world.Lock)
            world.Files.TryGetValue(id, out file);
        return file is not null && file.ChannelId == channel && file.FileName == name ? Results.Bytes(file.Bytes, file.ContentType) : Results.NotFound();
    }

    private static IResult Picture(WorldState world, ulong id, string file)
    {
        User? user;
        lock (world.Lock)
            world.Users.TryGetValue(id, out user);
        if (user is null || Path.GetFileNameWithoutExtension(file) != user.Avatar)
            return Results.NotFound();
        return Path.GetExtension(file) == ".svg"
            ? Results.Text(AvatarPicture.Svg(user.Name[..1].ToUpperInvariant(), user.Id), "image/svg+xml")
            : Results.Bytes(AvatarPicture.Png(user.Id), "image/png");
    }
}
