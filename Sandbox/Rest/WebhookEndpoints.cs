using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>Follow-ups of an interaction and changes to its replies, by its token, for fifteen minutes.</summary>
internal static class WebhookEndpoints
{
    private const string Place = "/webhooks/{webhook_id}/{webhook_token}";

    public static void Map(Router router)
    {
        router.Post(Place, FollowUp, Access.Open);
        router.Get(Place + "/messages/@original", call => Reply.Ok(Shape(call, Original(Interaction(call)))), Access.Open);
        router.Patch(Place + "/messages/@original", call => Edit(call, Original(Interaction(call))), Access.Open);
        router.Delete(Place + "/messages/@original", call => Delete(call, Original(Interaction(call))), Access.Open);
        router.Get(Place + "/messages/{message_id}", call => Reply.Ok(Shape(call, Own(call))), Access.Open);
        router.Patch(Place + "/messages/{message_id}", call => Edit(call, Own(call)), Access.Open);
        router.Delete(Place + "/messages/{message_id}", call => Delete(call, Own(call)), Access.Open);
    }

    private static Interaction Interaction(Call call)
    {
        if (call.Id("webhook_id") != call.World.Application.Id)
            throw ApiError.UnknownWebhook();
        var interaction = call.Backstage.Interactions.ByToken(call.Path("webhook_token")) ?? throw ApiError.InvalidWebhookToken();
        return interaction.State == InteractionState.Acknowledged ? interaction : throw ApiError.UnknownWebhook();
    }

    private static Message Original(Interaction interaction) =>
        interaction.Original is { } original && original.Channel.Messages.ContainsKey(original.Id) ? original : throw ApiError.UnknownMessage();

    /// <summary>A message that an interaction of the same application made, in the interaction's channel.</summary>
    private static Message Own(Call call)
    {
        var interaction = Interaction(call);
        return interaction.Channel.Messages.TryGetValue(call.Id("message_id"), out var message) && message.ApplicationId == call.World.Application.Id
            && (message.OnlyFor ?? interaction.Member.User.Id) == interaction.Member.User.Id ? message : throw ApiError.UnknownMessage();
    }

    private static Reply FollowUp(Call call)
    {
        var interaction = Interaction(call);
        var draft = DraftReader.Read(call.Form(), call.Body.Files);
        // The first follow-up to a deferral takes the place of the loading message.
        if (interaction.Original is { } loading && loading.Flags.HasFlag(MessageFlag.Loading) && loading.Channel.Messages.ContainsKey(loading.Id))
        {
            call.Backstage.Messages.Edit(loading, draft);
            return Reply.Ok(Shape(call, loading));
        }
        var message = InteractionReplies.Post(call, interaction, draft, loading: false, followUp: true);
        return Reply.Ok(Shape(call, message));
    }

    private static Reply Edit(Call call, Message message)
    {
        call.Backstage.Messages.Edit(message, DraftReader.Read(call.Form(), call.Body.Files, message.Flags.HasFlag(MessageFlag.ComponentsV2)));
        return Reply.Ok(Shape(call, message));
    }

    private static Reply Delete(Call call, Message message)
    {
        call.Backstage.Messages.Delete(message);
        return Reply.NoContent;
    }

    private static System.Text.Json.Nodes.JsonObject Shape(Call call, Message message) =>
        call.Backstage.Messages.Shape.Of(message, call.World.Application.Id);
}
