using System.Runtime.InteropServices;

namespace Arena.Core.Charts.Native;

/// <summary>What we call of cairo. Functions by their C names.</summary>
internal static partial class Cairo
{
    /// <summary>32 bits a pixel in the machine's order, 0x00RRGGBB.</summary>
    public const int FormatRgb24 = 1;
    public const int StatusSuccess = 0;

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_create")]
    internal static partial nint CreateImageSurface(int format, int width, int height);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_create")]
    internal static partial nint Create(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_status")]
    internal static partial int SurfaceStatus(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_flush")]
    internal static partial void Flush(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_data")]
    internal static unsafe partial byte* Data(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_stride")]
    internal static partial int Stride(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_move_to")]
    internal static partial void MoveTo(nint context, double x, double y);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_destroy")]
    internal static partial void Destroy(nint context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_destroy")]
    internal static partial void DestroySurface(nint surface);
}
