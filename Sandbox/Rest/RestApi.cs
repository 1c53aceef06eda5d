using Microsoft.AspNetCore.Routing;

namespace Sandbox.Rest;

/// <summary>All endpoints of the REST API, one file for each resource.</summary>
internal static class RestApi
{
    public static void MapRestApi(this IEndpointRouteBuilder app, Backstage backstage)
    {
        var router = new Router(app, backstage);
        GatewayEndpoints.Map(router);
        UserEndpoints.Map(router);
        ApplicationEndpoints.Map(router);
        CommandEndpoints.Map(router);
        GuildEndpoints.Map(router);
        ChannelEndpoints.Map(router);
        ThreadEndpoints.Map(router);
        MessageEndpoints.Map(router);
        ReactionEndpoints.Map(router);
        MemberInteractionEndpoints.Map(router);
        InteractionCallbackEndpoints.Map(router);
        WebhookEndpoints.Map(router);
        SandboxEndpoints.Map(router);
        FaultEndpoints.Map(router);
        router.MapRest();
    }
}
