namespace Bot.Hosting;

/// <summary>Something a host gives back when it ends, in the reverse order of taking it.</summary>
internal sealed class HeldResource(Func<ValueTask> giveBack) : IAsyncDisposable
{
    public static HeldResource Of(IDisposable resource) => new(() =>
    {
        resource.Dispose();
        return ValueTask.CompletedTask;
    });

    public ValueTask DisposeAsync() => giveBack();
}
