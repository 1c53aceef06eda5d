namespace Arena.Core.Roster;

/// <summary>A pull can not be shown any more: its channel is gone, or the arena may not write there.</summary>
public sealed class PullChannelGoneException(string message, Exception? inner = null) : Exception(message, inner);
