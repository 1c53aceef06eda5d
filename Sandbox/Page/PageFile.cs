using System.Security.Cryptography;

namespace Sandbox.Page;

/// <summary>One file of the page as it is served: its bytes, its content type and the entity tag of those bytes.</summary>
internal sealed record PageFile(byte[] Bytes, string ContentType, string ETag)
{
    public static PageFile Of(string name, byte[] bytes) =>
        new(bytes, ContentTypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The page has no content type for '{other}' ({name})."),
    };
}
