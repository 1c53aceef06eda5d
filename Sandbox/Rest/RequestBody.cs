using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Sandbox.Rest;

/// <summary>What a request carried: a JSON value, or a form with <c>payload_json</c> and files.</summary>
internal sealed record RequestBody(string? ContentType, JsonNode? Json, IReadOnlyList<UploadedFile> Files)
{
    /// <summary>Discord's limit for one file of a server without boosts.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private const int LargestRequest = 25 * 1024 * 1024;

    public static RequestBody Empty { get; } = new(null, null, []);

    /// <exception cref="ApiError">The body is no JSON, too large, or of a type that Discord does not take.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestRequest)
            throw ApiError.EntityTooLarge();
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        if (type?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
            return await ReadFormAsync(request, type, cancellationToken);

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0)
            return Empty with { ContentType = request.ContentType };
        if (buffer.Length > LargestRequest)
            throw ApiError.EntityTooLarge();
        if (type?.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw new ApiError(400, 50035, "Invalid Form Body", new JsonObject
            {
                ["_errors"] = new JsonArray(new JsonObject
                {
                    ["code"] = "CONTENT_TYPE_INVALID",
                    ["message"] = "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.",
                }),
            });
        return new RequestBody(type.MediaType.Value, Parse(buffer.ToArray()), []);
    }

    private static async Task<RequestBody> ReadFormAsync(HttpRequest request, MediaTypeHeaderValue type, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value
            ?? throw FormErrors.Single("", "MULTIPART_BOUNDARY", "The multipart body has no boundary.");
        JsonNode? json = null;
        var fields = new JsonObject();
        var files = new List<UploadedFile>();
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            using var buffer = new MemoryStream();
            await section.Body.CopyToAsync(buffer, cancellationToken);
            var disposition = section.GetContentDispositionHeader();
            var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value ?? "";
            var fileName = HeaderUtilities.RemoveQuotes(disposition?.FileNameStar.HasValue == true ? disposition.FileNameStar : disposition?.FileName ?? default).Value;
            if (name == "payload_json")
                json = Parse(buffer.ToArray());
            else if (fileName is not null)
                files.Add(new UploadedFile(IndexOf(name, files.Count), fileName, section.ContentType ?? "application/octet-stream", buffer.ToArray()));
            else
                fields[name] = System.Text.Encoding.UTF8.GetString(buffer.ToArray());
        }
        if (files.Any(file => file.Bytes.Length > LargestFile) || files.Sum(file => (long)file.Bytes.Length) > LargestRequest)
            throw ApiError.EntityTooLarge();
        return new RequestBody(type.MediaType.Value, json ?? fields, files);
    }

    private static int IndexOf(string name, int fallback) =>
        name.StartsWith("files[", StringComparison.Ordinal) && name.EndsWith(']')
        && int.TryParse(name.AsSpan(6, name.Length - 7), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : fallback;

    private static JsonNode? Parse(byte[] bytes)
    {
        try
        {
            var node = JsonNode.Parse(bytes);
            if (node is JsonObject some)
                _ = some.Count; // a key given twice is found only when the object is looked into
            return node;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw ApiError.InvalidJson();
        }
    }
}
