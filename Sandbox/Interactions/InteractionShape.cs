using System.Text.Json.Nodes;
using Sandbox.Rest;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Interactions;

/// <summary>Interactions as the bot and the messages tell of them.</summary>
internal sealed class InteractionShape(WorldState world)
{
    private readonly MessageShape _messages = new(world);

    /// <summary><c>INTERACTION_CREATE</c> for the bot.</summary>
    public JsonObject ForBot(Interaction interaction)
    {
        var (channel, guild, member) = (interaction.Channel, interaction.Channel.Guild, interaction.Member);
        var shape = new JsonObject
        {
            ["id"] = Wire.Id(interaction.Id),
            ["application_id"] = Wire.Id(world.Application.Id),
            ["type"] = (int)interaction.Kind,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = interaction.Data.DeepClone(),
            ["guild"] = new JsonObject { ["id"] = Wire.Id(guild.Id), ["locale"] = "en-US", ["features"] = new JsonArray() },
            ["guild_id"] = Wire.Id(guild.Id),
            ["guild_locale"] = "en-US",
            ["locale"] = "en-US",
            ["channel"] = ChannelShape.Interacting(channel, Rights.Of(member, channel)),
            ["channel_id"] = Wire.Id(channel.Id),
            ["member"] = MemberShape.Interacting(member, channel),
            ["app_permissions"] = Wire.Bits(Rights.Of(guild.Members[world.Application.Id], channel)),
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(guild),
            ["context"] = 0,
            ["attachment_size_limit"] = RequestBody.LargestFile,
        };
        if (interaction.Source is { } source)
            shape["message"] = _messages.Of(source, world.Application.Id);
        return shape;
    }

    /// <summary><c>interaction_metadata</c> of a message that the interaction made.</summary>
    public static JsonObject Metadata(Interaction interaction)
    {
        var metadata = new JsonObject
        {
            ["id"] = Wire.Id(interaction.Id),
            ["type"] = (int)interaction.Kind,
            ["user"] = UserShape.Of(interaction.Member.User),
            ["authorizing_integration_owners"] = Owners(interaction.Channel.Guild),
        };
        if (interaction.Kind == InteractionKind.Component)
            metadata["interacted_message_id"] = Wire.Id(interaction.Source!.Id);
        if (interaction.Command is { Kind: CommandKind.Message })
            metadata["target_message_id"] = interaction.Data["target_id"]!.DeepClone();
        if (interaction.Kind == InteractionKind.Modal)
            metadata["triggering_interaction_metadata"] = Metadata(interaction.Opener!);
        return metadata;
    }

    /// <summary>The older <c>interaction</c> field, which messages of commands still carry.</summary>
    public static JsonObject? Legacy(Interaction interaction) => interaction.Command is not { } command ? null : new JsonObject
    {
        ["id"] = Wire.Id(interaction.Id),
        ["type"] = (int)interaction.Kind,
        ["name"] = command.Name,
        ["user"] = UserShape.Of(interaction.Member.User),
    };

    private static JsonObject Owners(Guild guild) => new() { ["0"] = Wire.Id(guild.Id) };
}
