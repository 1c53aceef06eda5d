namespace Bot.Discord.Interactions;

/// <summary>First answers to an interaction, with Discord's numbers.</summary>
internal enum CallbackType
{
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    Update = 7,
    Suggestions = 8,
    Modal = 9,
}
