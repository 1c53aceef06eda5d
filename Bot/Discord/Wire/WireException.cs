namespace Bot.Discord.Wire;

/// <summary>A payload lacks what its documentation says it has. Names the field, never its value.</summary>
internal sealed class WireException(string message) : Exception(message);
