using System.Text;
using System.Threading.Channels;
using Arena.Core.Charts.Native;

namespace Arena.Core.Charts;

/// <summary>
/// SVG to PNG with librsvg and cairo, in memory. All drawing happens on one thread of its own: Pango loads the fonts once
/// for each thread that draws, which costs more than a picture does.
/// </summary>
public sealed class SvgRasterizer : IChartRenderer, IDisposable
{
    private const int Small = 64;

    private readonly Lazy<string?> _missing;
    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _gate = new();
    private Thread? _thread;

    public SvgRasterizer()
        : this(NativeLibraries.MissingForDrawing)
    {
    }

    /// <param name="findMissing">Names the library that is missing, null when all are there.</param>
    internal SvgRasterizer(Func<string?> findMissing) => _missing = new Lazy<string?>(findMissing);

    /// <summary>Whether this machine can draw at all; null if so, else what is missing.</summary>
    public string? MissingLibrary => _missing.Value;

    /// <inheritdoc/>
    public async Task<ChartRendering> RenderAsync(Chart chart, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (MissingLibrary is { } library)
            return new ChartRendering.ChartsUnavailable($"{library} is not on this machine.");

        EnsureThread();
        var job = new Job(chart, cancellationToken);
        if (!_jobs.Writer.TryWrite(job))
            throw new ObjectDisposedException(nameof(SvgRasterizer));
        return new ChartRendering.Picture(await job.Done.Task.WaitAsync(cancellationToken));
    }

    /// <summary>
    /// Has the libraries and fonts loaded in the background, so that the first picture somebody waits for comes as fast as
    /// the others. Whatever goes wrong will go wrong again, and be told, when a picture is asked for.
    /// </summary>
    public void WarmUp()
    {
        var svg = new SvgWriter(Small, Small, ChartTheme.Dark.Background);
        svg.Text(0, Small, "Elo", new TextStyle(TextStyle.Smallest, ChartTheme.Dark.Text));
        svg.Text(0, Small, "Elo", new TextStyle(TextStyle.Smallest, ChartTheme.Dark.Text, Bold: true));
        _ = Task.Run(() => RenderAsync(new Chart(svg.Finish(), Small, Small, ""), CancellationToken.None));
    }

    /// <summary>Ends the drawing thread after what is already asked for.</summary>
    public void Dispose() => _jobs.Writer.TryComplete();

    private void EnsureThread()
    {
        lock (_gate)
        {
            if (_thread is not null)
                return;
            _thread = new Thread(Draw) { IsBackground = true, Name = "charts" };
            _thread.Start();
        }
    }

    private void Draw()
    {
        var reader = _jobs.Reader;
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (reader.TryRead(out var job))
                Finish(job);
        }
    }

    private static void Finish(Job job)
    {
        if (job.CancellationToken.IsCancellationRequested)
        {
            job.Done.TrySetCanceled(job.CancellationToken);
            return;
        }

        try
        {
            job.Done.TrySetResult(ToPng(job.Chart));
        }
        catch (Exception e)
        {
            // The one who asked must hear of it; the thread goes on with the next picture.
            job.Done.TrySetException(e);
        }
    }

    private static unsafe byte[] ToPng(Chart chart)
    {
        var emoji = NativeLibraries.HasPango ? EmojiText.In(chart.Svg) : [];
        var bytes = Encoding.UTF8.GetBytes(emoji.Count == 0 ? chart.Svg : EmojiText.Hidden(chart.Svg));
        nint handle = 0, surface = 0, context = 0;
        Rsvg.Error* error = null;
        try
        {
            fixed (byte* data = bytes)
                handle = Rsvg.NewFromData(data, (nuint)bytes.Length, &error);
            if (handle == 0)
                throw Refused("read", error);

            surface = Cairo.CreateImageSurface(Cairo.FormatRgb24, chart.Width, chart.Height);
            ThrowIfFailed(Cairo.SurfaceStatus(surface), "make");
            context = Cairo.Create(surface);
            var viewport = new Rsvg.Rectangle(chart.Width, chart.Height);
            if (Rsvg.RenderDocument(handle, context, &viewport, &error) == 0)
                throw Refused("draw", error);
            foreach (var text in emoji)
                Pango.Show(context, text.Text, text.X, text.Baseline, text.Size);

            ThrowIfFailed(Cairo.SurfaceStatus(surface), "draw");
            return Write(surface, chart.Width, chart.Height);
        }
        finally
        {
            if (context != 0)
                Cairo.Destroy(context);
            if (surface != 0)
                Cairo.DestroySurface(surface);
            if (handle != 0)
                Rsvg.Unref(handle);
            if (error is not null)
                Rsvg.FreeError(error);
        }
    }

    private static unsafe byte[] Write(nint surface, int width, int height)
    {
        Cairo.Flush(surface);
        var stride = Cairo.Stride(surface);
        return PngEncoder.Encode(new ReadOnlySpan<byte>(Cairo.Data(surface), stride * height), width, height, stride);
    }

    private static unsafe ChartRenderException Refused(string what, Rsvg.Error* error) =>
        new($"librsvg could not {what} the chart: {(error is null ? "no reason given" : error->Message)}");

    private static void ThrowIfFailed(int status, string what)
    {
        if (status != Cairo.StatusSuccess)
            throw new ChartRenderException($"cairo could not {what} the picture: status {status}");
    }

    private sealed record Job(Chart Chart, CancellationToken CancellationToken)
    {
        public TaskCompletionSource<byte[]> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
