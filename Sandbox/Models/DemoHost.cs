namespace Sandbox.Models;

/// <summary>The state of one demo Ollama: what it holds, what is loaded, what it is doing, how it is to misbehave.</summary>
internal sealed class DemoHost
{
    public DemoHost(TimeProvider time)
    {
        Time = time;
        Behaviour = new DemoBehaviour();
        Shelf = new DemoShelf(Behaviour, time);
        Memory = new DemoMemory(Behaviour, time);
        Log = new DemoCallLog(time);
    }

    public TimeProvider Time { get; }

    public DemoBehaviour Behaviour { get; }

    public DemoShelf Shelf { get; }

    public DemoMemory Memory { get; }

    public DemoCallLog Log { get; }
}
