namespace Sandbox.Models;

/// <summary>The latest calls that reached a demo Ollama.</summary>
internal sealed class DemoCallLog(TimeProvider time)
{
    private const int CallsKept = 500;

    private readonly Lock _gate = new();
    private readonly Queue<DemoCall> _calls = [];
    private int _last;

    public IReadOnlyList<DemoCall> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    public DemoCall Begin(string path, string model)
    {
        lock (_gate)
        {
            var call = new DemoCall(++_last, path, model, time.GetUtcNow());
            _calls.Enqueue(call);
            if (_calls.Count > CallsKept)
                _calls.Dequeue();

            return call;
        }
    }
}
