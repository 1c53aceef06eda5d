using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Arena.Core.Inference;

namespace Arena.Core.Tests.Testing;

/// <summary>One call to pull a model, which goes as the test says.</summary>
internal sealed class ScriptedPull(string tag)
{
    private readonly Channel<PullProgress> _lines = Channel.CreateUnbounded<PullProgress>();

    public string Tag => tag;

    /// <summary>The caller closed the connection before the end.</summary>
    public bool IsDropped { get; private set; }

    public void Say(string status) => _lines.Writer.TryWrite(new PullProgress(status, null, null, null));

    public void Layer(string digest, long total, long completed) =>
        _lines.Writer.TryWrite(new PullProgress($"pulling {digest}", digest, total, completed));

    public void Succeed()
    {
        Say("success");
        _lines.Writer.TryComplete();
    }

    public void Fail(ModelHostFailure failure, string? said = null) =>
        _lines.Writer.TryComplete(new ModelHostException(failure, $"scripted: {failure} {said}", said));

    public async IAsyncEnumerable<PullProgress> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isOver = false;
        try
        {
            while (await WaitAsync(cancellationToken))
            {
                while (_lines.Reader.TryRead(out var line))
                {
                    isOver = line.IsSuccess;
                    yield return line;
                }
            }

            isOver = true;
        }
        finally
        {
            IsDropped = !isOver && cancellationToken.IsCancellationRequested;
        }
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _lines.Reader.WaitToReadAsync(cancellationToken);
        }
        catch (ChannelClosedException e) when (e.InnerException is ModelHostException problem)
        {
            throw problem;
        }
    }
}
