using System.Text.Json.Nodes;

namespace Sandbox.Faults;

/// <summary>What goes wrong with the next requests of the bot that match.</summary>
internal sealed record HttpFault(int Id, HttpFaultKind Kind, string? Method, string? Route, int Times)
{
    /// <summary>The status to answer with, for <see cref="HttpFaultKind.Status"/>.</summary>
    public int Status { get; init; }
    public double RetryAfterSeconds { get; init; } = 1;
    public string Scope { get; init; } = "user";
    public string? Body { get; init; }
    public string? ContentType { get; init; }
    public TimeSpan Delay { get; init; }

    public bool Matches(string method, string template, string path) =>
        (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && (Route is null || Route == template || Route == path);

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["kind"] = Kind switch { HttpFaultKind.Status => "http", HttpFaultKind.Delay => "delay", _ => "lose_response" },
        ["method"] = Method,
        ["route"] = Route,
        ["times"] = Times,
        ["status"] = Status,
    };
}
