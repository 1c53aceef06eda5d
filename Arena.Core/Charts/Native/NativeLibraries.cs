using System.Runtime.InteropServices;

namespace Arena.Core.Charts.Native;

/// <summary>Finds the system's libraries, whose file names differ between the systems.</summary>
internal static class NativeLibraries
{
    public const string Rsvg = "rsvg";
    public const string Cairo = "cairo";
    public const string GObject = "gobject";
    public const string GLib = "glib";
    public const string Pango = "pango";
    public const string PangoCairo = "pangocairo";
    public const string Fontconfig = "fontconfig";

    private static readonly Dictionary<string, (string[] Linux, string[] Mac, string[] Windows)> FileNames = new()
    {
        [Rsvg] = (["librsvg-2.so.2"], ["librsvg-2.2.dylib"], ["librsvg-2-2.dll", "rsvg-2-2.dll"]),
        [Cairo] = (["libcairo.so.2"], ["libcairo.2.dylib"], ["libcairo-2.dll", "cairo-2.dll"]),
        [GObject] = (["libgobject-2.0.so.0"], ["libgobject-2.0.0.dylib"], ["libgobject-2.0-0.dll", "gobject-2.0-0.dll"]),
        [GLib] = (["libglib-2.0.so.0"], ["libglib-2.0.0.dylib"], ["libglib-2.0-0.dll", "glib-2.0-0.dll"]),
        [Pango] = (["libpango-1.0.so.0"], ["libpango-1.0.0.dylib"], ["libpango-1.0-0.dll", "pango-1.0-0.dll"]),
        [PangoCairo] = (["libpangocairo-1.0.so.0"], ["libpangocairo-1.0.0.dylib"], ["libpangocairo-1.0-0.dll", "pangocairo-1.0-0.dll"]),
        [Fontconfig] = (["libfontconfig.so.1"], ["libfontconfig.1.dylib"], ["libfontconfig-1.dll", "fontconfig-1.dll"]),
    };

    // Homebrew's and MacPorts' folders are not on the loader's path.
    private static readonly string[] MacFolders = ["", "/opt/homebrew/lib/", "/usr/local/lib/", "/opt/local/lib/"];

    // A resolver may be set once for an assembly, and must be before the first call: everyone asks here first what is there.
    static NativeLibraries() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, static (name, _, _) => FileNames.ContainsKey(name) ? Load(name) : 0);

    /// <summary>The first of what drawing needs that is not on this machine; null when all is there.</summary>
    public static string? MissingForDrawing()
    {
        foreach (var name in (ReadOnlySpan<string>)[GLib, GObject, Cairo, Rsvg])
        {
            if (Load(name) == 0)
                return Candidates(name)[0];
        }

        return null;
    }

    /// <summary>librsvg brings it along; only its file names may be others.</summary>
    public static bool HasPango => Load(Pango) != 0 && Load(PangoCairo) != 0;

    public static bool HasFontconfig => Load(Fontconfig) != 0;

    private static nint Load(string name)
    {
        foreach (var candidate in Candidates(name))
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
                return handle;
        }

        return 0;
    }

    private static string[] Candidates(string name)
    {
        var (linux, mac, windows) = FileNames[name];
        if (OperatingSystem.IsWindows())
            return windows;
        return OperatingSystem.IsMacOS() ? [.. MacFolders.SelectMany(f => mac.Select(m => f + m))] : linux;
    }
}
