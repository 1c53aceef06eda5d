namespace Sandbox.Models;

/// <summary>One download, shared by all who pull the model at the same time. It moves while somebody waits for it, and keeps what it has.</summary>
internal sealed class DemoDownload(TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _kept;
    private long _since;
    private int _callers;

    /// <summary>Somebody waits for it from now on.</summary>
    public void Join()
    {
        lock (_gate)
        {
            if (_callers++ == 0)
                _since = time.GetTimestamp();
        }
    }

    /// <summary>Somebody waits for it no more.</summary>
    /// <param name="whole">How long the whole download takes.</param>
    public void Leave(TimeSpan whole)
    {
        lock (_gate)
        {
            var share = Now(whole);
            if (--_callers == 0)
                _kept = share;
        }
    }

    /// <summary>How much is there, 0 to 1.</summary>
    public double Share(TimeSpan whole)
    {
        lock (_gate)
            return Now(whole);
    }

    /// <summary>It got no further than this.</summary>
    public void StopAt(double share)
    {
        lock (_gate)
            (_kept, _since) = (Math.Min(share, 1), time.GetTimestamp());
    }

    private double Now(TimeSpan whole) =>
        _callers == 0 || whole <= TimeSpan.Zero ? _kept : Math.Min(1, _kept + (time.GetElapsedTime(_since) / whole));
}
