using System.Runtime.InteropServices;
using System.Text;

namespace Arena.Core.Charts.Native;

/// <summary>What we call of Pango. Functions by their C names.</summary>
internal static partial class Pango
{
    // PANGO_SCALE: Pango's units in a pixel.
    private const double Scale = 1024;

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_create_layout")]
    private static partial nint CreateLayout(nint context);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_show_layout")]
    private static partial void ShowLayout(nint context, nint layout);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_set_text")]
    private static unsafe partial void SetText(nint layout, byte* text, int length);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_set_font_description")]
    private static partial void SetFont(nint layout, nint description);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_get_baseline")]
    private static partial int Baseline(nint layout);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_description_from_string", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ParseFont(string description);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_description_set_absolute_size")]
    private static partial void SetSize(nint description, double size);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_description_free")]
    private static partial void FreeFont(nint description);

    /// <summary>Draws emoji in their colours, from a point on their baseline; sizes in pixels.</summary>
    public static unsafe void Show(nint context, string emoji, double x, double baseline, double size)
    {
        var layout = CreateLayout(context);
        var font = ParseFont("Noto Color Emoji, Apple Color Emoji, Segoe UI Emoji, sans-serif");
        SetSize(font, size * Scale);
        SetFont(layout, font);
        var text = Encoding.UTF8.GetBytes(emoji);
        fixed (byte* first = text)
            SetText(layout, first, text.Length);
        Cairo.MoveTo(context, x, baseline - Baseline(layout) / Scale);
        ShowLayout(context, layout);
        FreeFont(font);
        Rsvg.Unref(layout);
    }
}
