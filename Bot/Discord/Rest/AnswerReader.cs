using System.Net;
using System.Text.Json;
using Bot.Discord.Wire;

namespace Bot.Discord.Rest;

/// <summary>Reads what Discord answered to one attempt.</summary>
internal static class AnswerReader
{
    public static Answer Read(Route route, HttpResponseMessage response, byte[] body)
    {
        var status = response.StatusCode;
        if (status == HttpStatusCode.NoContent || (response.IsSuccessStatusCode && body.Length == 0))
            return new Answer.Done(default);

        var json = TryParse(body);
        if (response.IsSuccessStatusCode)
        {
            return json is { } value
                ? new Answer.Done(value)
                : new Answer.Refused(new DiscordException(
                    DiscordFailure.UnreadableAnswer, $"{route.Name}: the answer ({Kind(response)}) is not JSON.", status));
        }

        if (status == HttpStatusCode.TooManyRequests)
            return ReadLimited(response, json);

        if ((int)status >= 500)
            return new Answer.Failed(
                new DiscordException(DiscordFailure.ServerError, $"{route.Name}: Discord answered {(int)status}.", status), NothingSent: false);

        return new Answer.Refused(ReadError(route, response, json));
    }

    private static Answer.Limited ReadLimited(HttpResponseMessage response, JsonElement? json)
    {
        var scope = LimitHeaders.Text(response.Headers, "X-RateLimit-Scope");
        // The body tells it to the millisecond, the header in whole seconds. Without JSON it is not the API that speaks, but what stands
        // before it: that one means the whole address.
        var seconds = json is { } body && body.Find("retry_after") is { ValueKind: JsonValueKind.Number } told
            ? told.GetDouble()
            : LimitHeaders.Number(response.Headers, "Retry-After") ?? 1;
        var isGlobal = scope == "global" || json is null || json.Value.IsTrue("global") || response.Headers.Contains("X-RateLimit-Global");
        return new Answer.Limited(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1_000_000)), isGlobal, IsShared: scope == "shared");
    }

    private static DiscordException ReadError(Route route, HttpResponseMessage response, JsonElement? json)
    {
        var status = response.StatusCode;
        int? code = json is { } body && body.Find("code") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var parsed)
            ? parsed
            : null;
        var text = json is { } said && said.Find("message") is { ValueKind: JsonValueKind.String } sentence
            ? sentence.GetString()
            : $"the answer ({Kind(response)}) says nothing more";
        var errors = json is { } detailed ? detailed.Find("errors")?.GetRawText() : null;
        return new DiscordException(
            ErrorCodes.Classify(status, code),
            $"{route.Name}: {(int)status}{(code is null ? "" : $", code {code}")}: {text}{(errors is null ? "" : " " + errors)}",
            status,
            code,
            errors);
    }

    private static JsonElement? TryParse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Kind(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType ?? "no media type";
}
