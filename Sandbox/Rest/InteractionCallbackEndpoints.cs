using System.Text.Json.Nodes;
using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>The bot's first answer to an interaction, once, within three seconds.</summary>
internal static class InteractionCallbackEndpoints
{
    private enum Answer
    {
        Pong = 1,
        Message = 4,
        DeferredMessage = 5,
        DeferredUpdate = 6,
        Update = 7,
        Choices = 8,
        Modal = 9,
    }

    public static void Map(Router router) =>
        router.Post("/interactions/{interaction_id}/{interaction_token}/callback", Callback, Access.Open);

    private static Reply Callback(Call call)
    {
        var desk = call.Backstage.Interactions;
        var interaction = desk.Find(call.Id("interaction_id"));
        if (interaction is null || interaction.Token != call.Path("interaction_token") || interaction.State == InteractionState.Failed)
            throw ApiError.UnknownInteraction();
        if (interaction.State == InteractionState.Acknowledged)
            throw ApiError.AlreadyAcknowledged();

        var form = call.Form();
        var answer = (Answer)(form.Integer("type", required: true) ?? 0);
        form.Errors.ThrowIfAny();
        if (!Fits(interaction, answer))
            throw FormErrors.Single("type", "INTERACTION_CALLBACK_TYPE_INVALID", $"Callback type {(int)answer} does not answer an interaction of type {(int)interaction.Kind}.");
        var data = form.Object("data") ?? new Form([], "data", form.Errors);
        var message = Carry(call, interaction, answer, data);
        return call.Query("with_response") is "true" or "True" or "1" ? Reply.Ok(Response(call, interaction, answer, message)) : Reply.NoContent;
    }

    private static bool Fits(Interaction interaction, Answer answer) => interaction.Kind switch
    {
        InteractionKind.Autocomplete => answer == Answer.Choices,
        InteractionKind.Modal => answer is Answer.Message or Answer.DeferredMessage
            || (answer is Answer.DeferredUpdate or Answer.Update && interaction.Source is not null),
        InteractionKind.Component => answer is Answer.Message or Answer.DeferredMessage or Answer.DeferredUpdate or Answer.Update or Answer.Modal,
        _ => answer is Answer.Message or Answer.DeferredMessage or Answer.Modal,
    };

    /// <summary>Does what the answer says; refusals leave the interaction waiting. Gives the message that was made or changed.</summary>
    private static Message? Carry(Call call, Interaction interaction, Answer answer, Form data)
    {
        var desk = call.Backstage.Interactions;
        switch (answer)
        {
            case Answer.Choices:
                var choices = ReadChoices(data);
                desk.Acknowledge(interaction);
                desk.TellChoices(interaction, choices);
                return null;
            case Answer.Modal:
                var modal = ModalRules.Read(data);
                desk.Acknowledge(interaction);
                desk.TellModal(interaction, modal);
                return null;
            case Answer.DeferredUpdate:
                interaction.Original = interaction.Source;
                desk.Acknowledge(interaction);
                return interaction.Source;
            case Answer.Update:
                var source = interaction.Source!;
                call.Backstage.Messages.Edit(source, DraftReader.Read(data, call.Body.Files, source.Flags.HasFlag(MessageFlag.ComponentsV2)));
                interaction.Original = source;
                desk.Acknowledge(interaction);
                return source;
            default:
                var draft = DraftReader.Read(data, call.Body.Files);
                interaction.Original = InteractionReplies.Post(call, interaction, draft, loading: answer == Answer.DeferredMessage);
                desk.Acknowledge(interaction);
                return interaction.Original;
        }
    }

    private static JsonArray ReadChoices(Form data)
    {
        var choices = new JsonArray();
        foreach (var item in data.Objects("choices", 25))
        {
            var choice = new JsonObject { ["name"] = item.Text("name", 100, 1, required: true), ["value"] = item.Body["value"]?.DeepClone() };
            if (item.Body["value"] is null)
                item.Errors.Required(item.At("value"));
            else if (item.Body["value"]!.GetValueKind() == System.Text.Json.JsonValueKind.String)
                item.Text("value", 100);
            choices.Add((JsonNode)choice);
        }
        data.Errors.ThrowIfAny();
        return choices;
    }

    private static JsonObject Response(Call call, Interaction interaction, Answer answer, Message? message)
    {
        var told = new JsonObject
        {
            ["id"] = Wire.Id(interaction.Id),
            ["type"] = (int)interaction.Kind,
            ["channel_id"] = Wire.Id(interaction.Channel.Id),
            ["guild_id"] = Wire.Id(interaction.Channel.Guild.Id),
        };
        var response = new JsonObject { ["interaction"] = told };
        if (message is null)
            return response;
        told["response_message_id"] = Wire.Id(message.Id);
        told["response_message_loading"] = message.Flags.HasFlag(MessageFlag.Loading);
        told["response_message_ephemeral"] = message.IsEphemeral;
        if (answer is Answer.Message or Answer.Update)
            response["resource"] = new JsonObject
            {
                ["type"] = (int)answer,
                ["message"] = call.Backstage.Messages.Shape.Of(message, call.World.Application.Id),
            };
        return response;
    }
}
