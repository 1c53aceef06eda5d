using Sandbox.Interactions;

namespace Sandbox.Rest;

/// <summary>What a member's client calls when a command, a button, a choice or a form is used. Not in Discord's public documents.</summary>
internal static class MemberInteractionEndpoints
{
    public static void Map(Router router) => router.Post("/interactions", call =>
    {
        if (call.IsBot)
            throw new ApiError(403, 20001, "Bots cannot use this endpoint");
        call.Backstage.Interactions.HandOver(new Invocation(call).Read());
        return Reply.NoContent;
    });
}
