namespace Arena.Core.Charts;

/// <summary>How a text is set.</summary>
/// <param name="Size">In pixels; nothing below <see cref="Smallest"/> is legible on a phone.</param>
/// <param name="Fill">Its colour.</param>
/// <param name="Bold">Whether it is bold.</param>
internal readonly record struct TextStyle(double Size, string Fill, bool Bold = false)
{
    /// <summary>A picture of 1,000 pixels is shown 360 wide on a phone: this is then 8 pixels high.</summary>
    public const double Smallest = 22;

    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>The width of a text in this style.</summary>
    public double Width(string text) => TextMeasure.Width(text, Size, Bold);

    /// <summary>
    /// The text shortened in the middle to a width. One that holds Hebrew or Arabic is set apart, so that it does not change places
    /// with the numbers beside it, and reads in its own direction.
    /// </summary>
    public string Shorten(string text, double width)
    {
        var shown = TextMeasure.Shorten(text, width, Size, Bold);
        return HasRightToLeft(shown) ? $"{FirstStrongIsolate}{shown}{PopIsolate}" : shown;
    }

    private static bool HasRightToLeft(string text) =>
        text.Any(c => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC');
}
