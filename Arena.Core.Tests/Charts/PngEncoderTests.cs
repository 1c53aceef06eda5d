using System.Buffers.Binary;
using System.IO.Compression;
using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

public sealed class PngEncoderTests
{
    [Fact]
    public void The_pixels_come_back_out_and_the_padding_of_rows_does_not()
    {
        uint[] pixels = [0x00FF0102, 0x0003FF04, 0xDEADBEEF, 0x000506FF, 0x00102030, 0xDEADBEEF];
        var bytes = new byte[pixels.Length * 4];
        Buffer.BlockCopy(pixels, 0, bytes, 0, bytes.Length);

        var png = PngEncoder.Encode(bytes, width: 2, height: 2, stride: 12);

        var chunks = Chunks(png);
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(c => c.Type));
        Assert.Equal([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0], chunks[0].Data);
        using var rows = new ZLibStream(new MemoryStream(chunks[1].Data), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        rows.CopyTo(plain);
        Assert.Equal([0, 0xFF, 1, 2, 3, 0xFF, 4, 0, 5, 6, 0xFF, 0x10, 0x20, 0x30], plain.ToArray());
        // The end of every PNG there is.
        Assert.Equal([0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82], png[^12..]);
    }

    private static List<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add((System.Text.Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }
}
