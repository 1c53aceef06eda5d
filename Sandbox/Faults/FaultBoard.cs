using System.Text.Json.Nodes;

namespace Sandbox.Faults;

/// <summary>The faults that wait to happen. Has a lock of its own: requests look here before they are handled.</summary>
internal sealed class FaultBoard
{
    private readonly Lock _lock = new();
    private readonly List<HttpFault> _http = [];
    private int _nextId = 1;
    private int _gatewayRefusals;

    /// <summary>The heartbeat interval that new connections are told instead of the usual one.</summary>
    public TimeSpan? HeartbeatInterval { get; set; }

    /// <summary>What <c>GET /gateway/bot</c> says instead of the truth.</summary>
    public SessionStartLimit? StartLimit { get; set; }

    public HttpFault Add(HttpFault fault)
    {
        lock (_lock)
        {
            var numbered = fault with { Id = _nextId++ };
            _http.Add(numbered);
            return numbered;
        }
    }

    public void RefuseGateway(int times)
    {
        lock (_lock)
            _gatewayRefusals = times;
    }

    public bool TakeGatewayRefusal()
    {
        lock (_lock)
            return _gatewayRefusals > 0 && _gatewayRefusals-- > 0;
    }

    /// <summary>The oldest fault that matches, used up once.</summary>
    public HttpFault? Take(string method, string template, string path)
    {
        lock (_lock)
        {
            var index = _http.FindIndex(fault => fault.Matches(method, template, path));
            if (index < 0)
                return null;
            var fault = _http[index];
            if (fault.Times > 1)
                _http[index] = fault with { Times = fault.Times - 1 };
            else
                _http.RemoveAt(index);
            return fault;
        }
    }

    public JsonArray ToJson()
    {
        lock (_lock)
            return new JsonArray([.. _http.Select(fault => fault.ToJson())]);
    }

    public bool Clear(int id)
    {
        lock (_lock)
            return _http.RemoveAll(fault => fault.Id == id) > 0;
    }

    public void Clear()
    {
        lock (_lock)
        {
            _http.Clear();
            _gatewayRefusals = 0;
            HeartbeatInterval = null;
            StartLimit = null;
        }
    }
}
