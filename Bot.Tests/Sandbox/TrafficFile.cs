namespace Bot.Tests.Sandbox;

/// <summary>A traffic file of its own for one test, gone afterwards.</summary>
internal sealed class TrafficFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"arena-traffic-{Guid.NewGuid():n}.jsonl");

    public void Dispose() => File.Delete(Path);
}
