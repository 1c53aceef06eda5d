using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Messages;

namespace Bot.Discord.Rest;

/// <summary>Bodies: JSON alone, or JSON as <c>payload_json</c> with a part <c>files[n]</c> for each file (docs: reference, uploading files).</summary>
internal static class RequestContent
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Made anew for each attempt: content that was sent can not be sent again.</summary>
    public static HttpContent? Build(JsonNode? body, IReadOnlyList<OutgoingFile>? files)
    {
        if (body is null)
            return null;

        var json = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString(Plain)));
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (files is null or { Count: 0 })
            return json;

        var form = new MultipartFormDataContent();
        Name(json, "payload_json");
        form.Add(json);
        for (var n = 0; n < files.Count; n++)
        {
            var part = new ReadOnlyMemoryContent(files[n].Content);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(files[n].MediaType);
            Name(part, $"files[{n}]", files[n].Name);
            form.Add(part);
        }

        return form;
    }

    /// <summary>Names in quotes, as browsers send them. The true file name stands in the JSON; here only what every parser reads.</summary>
    private static void Name(HttpContent part, string name, string? fileName = null)
    {
        var disposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
        if (fileName is not null)
            disposition.FileName = $"\"{string.Concat(fileName.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'))}\"";
        part.Headers.ContentDisposition = disposition;
    }
}
