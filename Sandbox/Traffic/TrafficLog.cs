using System.Text.Json.Nodes;
using Sandbox.Shapes;

namespace Sandbox.Traffic;

/// <summary>Counts the bot's exchanges, and writes each to a file if one was named. Every line is in the file when its answer leaves.</summary>
internal sealed class TrafficLog(string? file) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Template, string Method), SortedDictionary<int, int>> _counts = [];
    private readonly StreamWriter? _writer = file is null
        ? null
        : new StreamWriter(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    private bool _disposed;

    public void Add(Exchange exchange)
    {
        lock (_lock)
        {
            if (_disposed)
                return; // a request that outlives the server by a moment
            if (!_counts.TryGetValue((exchange.Template, exchange.Method), out var statuses))
                _counts.Add((exchange.Template, exchange.Method), statuses = []);
            statuses[exchange.Status] = statuses.GetValueOrDefault(exchange.Status) + 1;
            _writer?.WriteLine(exchange.ToJson().ToJsonString(Wire.Json));
        }
    }

    public JsonObject Summary()
    {
        lock (_lock)
            return new JsonObject
            {
                ["total"] = _counts.Values.Sum(statuses => statuses.Values.Sum()),
                ["routes"] = Wire.List(_counts.Select(route => new JsonObject
                {
                    ["method"] = route.Key.Method,
                    ["template"] = route.Key.Template,
                    ["statuses"] = new JsonObject(route.Value.Select(status =>
                        KeyValuePair.Create<string, JsonNode?>(status.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), status.Value))),
                })),
            };
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _writer?.Dispose();
        }
    }
}
