using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>Messages that answer an interaction: the first reply and follow-ups.</summary>
internal static class InteractionReplies
{
    public static Message Post(Call call, Interaction interaction, MessageDraft draft, bool loading, bool followUp = false)
    {
        var world = call.World;
        var ephemeral = draft.Flags?.HasFlag(MessageFlag.Ephemeral) == true;
        var kind = (followUp, interaction) switch
        {
            (true, _) when interaction.Original is not null => MessageKind.Reply,
            (_, { Command.Kind: CommandKind.ChatInput }) => MessageKind.ChatInputCommand,
            (_, { Command: not null }) => MessageKind.ContextMenuCommand,
            (_, { Source: not null }) => MessageKind.Reply,
            _ => MessageKind.Default,
        };
        var repliesTo = kind != MessageKind.Reply ? null : followUp && interaction.Original is { } original ? original : interaction.Source;
        var message = new Message(world.Ids.Next(), interaction.Channel, world.Application.Bot, kind, world.Now)
        {
            OnlyFor = ephemeral ? interaction.Member.User.Id : null,
            ApplicationId = world.Application.Id,
            InteractionMetadata = InteractionShape.Metadata(interaction),
            LegacyInteraction = followUp ? null : InteractionShape.Legacy(interaction),
            RepliesTo = repliesTo,
            Flags = (ephemeral ? MessageFlag.Ephemeral : 0) | (loading ? MessageFlag.Loading : 0),
        };
        // A deferral carries nothing but whether the answer will be ephemeral.
        var shown = loading ? new MessageDraft { Flags = draft.Flags & MessageFlag.SuppressNotifications } : draft;
        return call.Backstage.Messages.Post(message, shown with { Nonce = null, Mentions = shown.Mentions with { RepliedUser = false } });
    }
}
