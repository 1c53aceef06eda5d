using System.Runtime.InteropServices;

namespace Arena.Core.Charts.Native;

/// <summary>What we call of librsvg and of GLib for it. Functions by their C names.</summary>
internal static partial class Rsvg
{
    /// <summary>GError: domain, code, message.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct Error
    {
        private readonly uint _domain;
        private readonly int _code;
        private readonly nint _message;

        public string Message => Marshal.PtrToStringUTF8(_message) ?? "no message";
    }

    /// <summary>RsvgRectangle.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct Rectangle(double width, double height)
    {
        private readonly double _x;
        private readonly double _y;
        private readonly double _width = width;
        private readonly double _height = height;
    }

    [LibraryImport(NativeLibraries.Rsvg, EntryPoint = "rsvg_handle_new_from_data")]
    internal static unsafe partial nint NewFromData(byte* data, nuint length, Error** error);

    [LibraryImport(NativeLibraries.Rsvg, EntryPoint = "rsvg_handle_render_document")]
    internal static unsafe partial int RenderDocument(nint handle, nint context, Rectangle* viewport, Error** error);

    [LibraryImport(NativeLibraries.GObject, EntryPoint = "g_object_unref")]
    internal static partial void Unref(nint handle);

    [LibraryImport(NativeLibraries.GLib, EntryPoint = "g_error_free")]
    internal static unsafe partial void FreeError(Error* error);
}
