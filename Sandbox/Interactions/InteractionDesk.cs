using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Sandbox.Gateway;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Interactions;

/// <summary>
/// Hands interactions to the bot, watches the three seconds it has, and knows their tokens for fifteen minutes.
/// Used under the world's lock, which its timers take themselves.
/// </summary>
internal sealed class InteractionDesk(WorldState world, GatewayHub hub) : IDisposable
{
    public static readonly TimeSpan ReplyTime = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly InteractionShape _shape = new(world);
    private readonly Dictionary<ulong, Interaction> _interactions = [];
    private readonly Dictionary<ulong, ITimer> _deadlines = [];
    private bool _disposed;

    public static string NewToken() => "sandbox" + RandomNumberGenerator.GetHexString(64, lowercase: true);

    public void HandOver(Interaction interaction)
    {
        foreach (var old in _interactions.Values.Where(old => IsExpired(old)).ToList())
            _interactions.Remove(old.Id);
        _interactions.Add(interaction.Id, interaction);
        if (interaction.Kind != InteractionKind.Autocomplete)
            TellMember(interaction, "INTERACTION_CREATE");
        hub.TellOne(world.Application.Bot, "INTERACTION_CREATE", () => _shape.ForBot(interaction), interaction.Channel.Guild);
        _deadlines.Add(interaction.Id, world.Time.CreateTimer(_ => TimeOut(interaction), null, ReplyTime, Timeout.InfiniteTimeSpan));
    }

    public Interaction? Find(ulong id) => _interactions.GetValueOrDefault(id);

    /// <summary>By the token of a follow-up, while it lives.</summary>
    public Interaction? ByToken(string token) =>
        _interactions.Values.FirstOrDefault(interaction => interaction.Token == token && !IsExpired(interaction));

    public void Acknowledge(Interaction interaction)
    {
        interaction.State = InteractionState.Acknowledged;
        DropDeadline(interaction.Id);
        if (interaction.Kind != InteractionKind.Autocomplete)
            TellMember(interaction, "INTERACTION_SUCCESS");
    }

    public void TellChoices(Interaction interaction, JsonNode choices) => hub.TellOne(interaction.Member.User, "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE",
        () => new JsonObject { ["choices"] = choices.DeepClone(), ["nonce"] = interaction.Nonce?.DeepClone() });

    public void TellModal(Interaction interaction, JsonObject modal)
    {
        interaction.ShownModal = modal;
        hub.TellOne(interaction.Member.User, "INTERACTION_MODAL_CREATE", () => new JsonObject
        {
            ["id"] = Wire.Id(interaction.Id),
            ["nonce"] = interaction.Nonce?.DeepClone(),
            ["application"] = new JsonObject { ["id"] = Wire.Id(world.Application.Id), ["name"] = world.Application.Name },
            ["channel_id"] = Wire.Id(interaction.Channel.Id),
            ["custom_id"] = modal["custom_id"]!.DeepClone(),
            ["title"] = modal["title"]!.DeepClone(),
            ["components"] = modal["components"]!.DeepClone(),
        });
    }

    public void Dispose()
    {
        lock (world.Lock)
        {
            _disposed = true;
            foreach (var id in _deadlines.Keys.ToList())
                DropDeadline(id);
        }
    }

    private bool IsExpired(Interaction interaction) => world.Now - interaction.CreatedAt > TokenLife;

    private void TimeOut(Interaction interaction)
    {
        lock (world.Lock)
        {
            if (_disposed || interaction.State != InteractionState.Waiting)
                return;
            interaction.State = InteractionState.Failed;
            DropDeadline(interaction.Id);
            TellMember(interaction, "INTERACTION_FAILURE", 2);
        }
    }

    private void DropDeadline(ulong id)
    {
        if (_deadlines.Remove(id, out var timer))
            timer.Dispose();
    }

    private void TellMember(Interaction interaction, string name, int? reason = null) => hub.TellOne(interaction.Member.User, name, () =>
    {
        var data = new JsonObject { ["id"] = Wire.Id(interaction.Id), ["nonce"] = interaction.Nonce?.DeepClone() };
        if (reason is { } code)
            data["reason_code"] = code;
        return data;
    });
}
