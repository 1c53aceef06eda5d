using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Sandbox.Cdn;

/// <summary>A coloured disc with a letter (SVG) or without (PNG); the colour follows from the id.</summary>
internal static class AvatarPicture
{
    private const int Size = 64;
    private static readonly uint[] Colors = [0x5865F2, 0x3BA55D, 0xFAA61A, 0xED4245, 0xEB459E, 0x9B59B6, 0x1ABC9C, 0xE67E22];

    public static string Svg(string letter, ulong id) => $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" fill="#{Color(id):x6}"/><text x="32" y="43" font-family="sans-serif" font-size="32" fill="#fff" text-anchor="middle">{System.Net.WebUtility.HtmlEncode(letter)}</text></svg>
        """;

    public static byte[] Png(ulong id)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);
        (header[8], header[9]) = (8, 2); // eight bits, red green blue
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "IDAT", Pixels(Color(id)));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static uint Color(ulong id) => Colors[id % (ulong)Colors.Length];

    private static byte[] Pixels(uint color)
    {
        var row = new byte[1 + Size * 3]; // each row begins with its filter: none
        for (var x = 0; x < Size; x++)
            (row[1 + x * 3], row[2 + x * 3], row[3 + x * 3]) = ((byte)(color >> 16), (byte)(color >> 8), (byte)color);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < Size; y++)
                zlib.Write(row);
        return packed.ToArray();
    }

    private static void WriteChunk(Stream png, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    // CRC-32 as the PNG specification gives it, annex D.
    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? 0xEDB88320u ^ crc >> 1 : crc >> 1;
        }
        return ~crc;
    }
}
