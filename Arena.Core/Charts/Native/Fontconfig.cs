using System.Runtime.InteropServices;

namespace Arena.Core.Charts.Native;

/// <summary>What we call of fontconfig. Functions by their C names.</summary>
internal static partial class Fontconfig
{
    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcNameParse", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ParseName(string name);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcObjectSetCreate")]
    private static partial nint CreateObjectSet();

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcFontList")]
    private static partial nint ListFonts(nint config, nint pattern, nint objects);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcFontSetDestroy")]
    private static partial void DestroyFontSet(nint fonts);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcObjectSetDestroy")]
    private static partial void DestroyObjectSet(nint objects);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcPatternDestroy")]
    private static partial void DestroyPattern(nint pattern);

    /// <summary>Whether an installed font matches a pattern, such as <c>:charset=4e2d</c>.</summary>
    public static bool HasFont(string pattern)
    {
        var parsed = ParseName(pattern);
        var objects = CreateObjectSet();
        var fonts = ListFonts(0, parsed, objects);
        // FcFontSet begins with the number of its fonts, an int.
        var found = fonts != 0 && Marshal.ReadInt32(fonts) > 0;
        if (fonts != 0)
            DestroyFontSet(fonts);
        DestroyObjectSet(objects);
        DestroyPattern(parsed);
        return found;
    }
}
