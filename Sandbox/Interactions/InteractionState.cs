namespace Sandbox.Interactions;

internal enum InteractionState
{
    /// <summary>Handed to the bot, which has three seconds.</summary>
    Waiting,
    Acknowledged,

    /// <summary>The three seconds are over; its token is dead.</summary>
    Failed,
}
