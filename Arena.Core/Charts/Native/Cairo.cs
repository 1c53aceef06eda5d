using System.Runtime.InteropServices;

namespace Arena.Core.Charts.Native;

/// <summary>What we call of cairo. Functions by their C names.</summary>
internal static partial class Cairo
{
    public const int FormatArgb32 = 0;
    public const int StatusSuccess = 0;
    public const int StatusWriteError = 11;

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_create")]
    internal static partial nint CreateImageSurface(int format, int width, int height);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_create")]
    internal static partial nint Create(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_status")]
    internal static partial int SurfaceStatus(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_write_to_png_stream")]
    internal static unsafe partial int WriteToPng(nint surface, delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_destroy")]
    internal static partial void Destroy(nint context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_destroy")]
    internal static partial void DestroySurface(nint surface);
}
