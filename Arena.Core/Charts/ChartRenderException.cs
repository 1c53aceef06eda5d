namespace Arena.Core.Charts;

/// <summary>The SVG library refused a document of ours, or could not write its picture.</summary>
public sealed class ChartRenderException(string message) : Exception(message);
