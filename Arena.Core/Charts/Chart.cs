namespace Arena.Core.Charts;

/// <summary>A composed picture.</summary>
/// <param name="Svg">An SVG document; equal charts are equal text, so it is the key under which renderings are kept.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="AltText">What it shows in one or two sentences, for those who do not see it; at most 1,024 characters, Discord's limit.</param>
public sealed record Chart(string Svg, int Width, int Height, string AltText);
