namespace Arena.Core.Charts;

/// <summary>Which point of a text stands at its x.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}
