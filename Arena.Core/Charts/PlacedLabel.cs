namespace Arena.Core.Charts;

/// <summary>Where a label stands.</summary>
/// <param name="Box">Its room.</param>
/// <param name="Leader">From its dot to it; null where it stands beside the dot.</param>
internal sealed record PlacedLabel(Box Box, Stroke? Leader);
