using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Interactions;

internal sealed class Interaction(ulong id, string token, InteractionKind kind, Member member, Channel channel, JsonObject data)
{
    public ulong Id { get; } = id;
    public string Token { get; } = token;
    public InteractionKind Kind { get; } = kind;
    public Member Member { get; } = member;
    public Channel Channel { get; } = channel;

    /// <summary><c>data</c> as the bot is told.</summary>
    public JsonObject Data { get; } = data;

    /// <summary>What the member's client calls it, as it was sent: a string or a number.</summary>
    public JsonNode? Nonce { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The command that was invoked.</summary>
    public ApplicationCommand? Command { get; init; }

    /// <summary>The message that a component stands on, also for a modal that such a component opened.</summary>
    public Message? Source { get; init; }

    /// <summary>For a modal, the interaction that it answered.</summary>
    public Interaction? Opener { get; init; }

    public InteractionState State { get; set; } = InteractionState.Waiting;

    /// <summary>What <c>@original</c> stands for.</summary>
    public Message? Original { get; set; }

    /// <summary>The modal that was shown as the answer, in the shape of the request.</summary>
    public JsonObject? ShownModal { get; set; }
}
