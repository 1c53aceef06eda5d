using Arena.Core.Inference;

namespace Arena.Core.Roster;

/// <summary>
/// Sums a pull's progress over its layers. Totals grow as layers appear, a layer's last line need not reach its total, and a node that takes
/// a pull up again may count from a little before; what is shown never goes back.
/// </summary>
internal sealed class PullMeter
{
    /// <summary>How far back the speed looks.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(6);

    /// <summary>Lines that come faster are taken together.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, (long Total, long Completed)> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastSaid = new(StringComparer.Ordinal);
    private string? _layer;
    private string? _status;
    private TimeSpan? _windowBegan;
    private long _windowBytes;
    private double? _speed;

    /// <param name="shown">The share that was shown before, 0 to 1; and the bytes.</param>
    public PullMeter(double shown, long? completed, long? total) => (Share, CompletedBytes, TotalBytes) = (shown, completed, total);

    public long? CompletedBytes { get; private set; }

    public long? TotalBytes { get; private set; }

    /// <summary>0 to 1.</summary>
    public double Share { get; private set; }

    /// <summary>Whether all layers are there and the node only checks them.</summary>
    public bool IsChecking { get; private set; }

    /// <summary>Whether a layer is known since the pull was taken up.</summary>
    public bool IsDownloading => _layers.Count > 0 && !IsChecking;

    /// <summary>Null while too little was seen.</summary>
    public double? BytesPerSecond => IsChecking ? null : _speed;

    public TimeSpan? TimeLeft => BytesPerSecond is > 1 and var speed && TotalBytes - CompletedBytes is { } rest and > 0
        ? TimeSpan.FromSeconds(Math.Min(rest / speed, TimeSpan.FromDays(30).TotalSeconds))
        : null;

    /// <summary>One line of the node.</summary>
    /// <param name="at">By a clock of any beginning.</param>
    /// <returns>Whether anything came of it: bytes, a layer, another step. Lines come though nothing moves.</returns>
    public bool Take(PullProgress line, TimeSpan at)
    {
        var moved = line.Status != _status;
        _status = line.Status;
        if (line is { Digest: { } digest, TotalBytes: { } total })
            moved |= TakeLayer(digest, total, Math.Min(line.CompletedBytes ?? 0, total), at);
        else if (_layers.Count > 0)
            Check();
        return moved;
    }

    private bool TakeLayer(string digest, long total, long completed, TimeSpan at)
    {
        if (_layer is { } before && before != digest && !_layers.ContainsKey(digest))
            _layers[before] = (_layers[before].Total, _layers[before].Total);        // the next one begins when it is through
        _layer = digest;
        var known = _layers.GetValueOrDefault(digest).Completed;
        _layers[digest] = (total, Math.Max(known, completed));
        // What is there at the first line was not downloaded now.
        Weigh(_lastSaid.TryGetValue(digest, out var last) ? Math.Max(0, completed - last) : 0, at);
        _lastSaid[digest] = completed;
        IsChecking = false;
        Sum();
        return completed > known;
    }

    private void Check()
    {
        foreach (var (digest, layer) in _layers)
            _layers[digest] = (layer.Total, layer.Total);
        IsChecking = true;
        Sum();
    }

    private void Sum()
    {
        var (completed, total) = (_layers.Values.Sum(layer => layer.Completed), _layers.Values.Sum(layer => layer.Total));
        Share = Math.Max(Share, total == 0 ? 0 : (double)completed / total);
        TotalBytes = Math.Max(total, TotalBytes ?? 0);
        CompletedBytes = Math.Max(completed, CompletedBytes ?? 0);
    }

    private void Weigh(long bytes, TimeSpan at)
    {
        _windowBegan ??= at;
        _windowBytes += bytes;
        var elapsed = at - _windowBegan.Value;
        if (elapsed < Window)
            return;
        var now = _windowBytes / elapsed.TotalSeconds;
        var weight = 1 - Math.Exp(-elapsed / Memory);
        _speed = _speed is { } before ? before + (weight * (now - before)) : now;
        (_windowBegan, _windowBytes) = (at, 0);
    }
}
