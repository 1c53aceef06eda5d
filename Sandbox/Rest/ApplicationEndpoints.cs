using Sandbox.Shapes;

namespace Sandbox.Rest;

internal static class ApplicationEndpoints
{
    public static void Map(Router router)
    {
        router.Get("/applications/@me", Own, Access.Bot);
        router.Get("/oauth2/applications/@me", Own, Access.Bot);
    }

    public static Reply Own(Call call) => Reply.Ok(ApplicationShape.Own(
        call.World.Application, call.World.Guilds.Values.Count(guild => guild.Members.ContainsKey(call.World.Application.Id))));
}
