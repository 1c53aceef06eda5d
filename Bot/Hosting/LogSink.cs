using Bot.Configuration;

namespace Bot.Hosting;

/// <summary>
/// Where log lines go. It holds them back until <see cref="Open"/>, so that they stand below the lines of the start and not
/// among them; a start that takes long, or fails, opens it too.
/// </summary>
internal sealed class LogSink(TextWriter writer, LogFormat format)
{
    /// <summary>More than a start ever logs; a bound all the same.</summary>
    private const int MostHeld = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<LogLine> _held = new();
    private bool _isOpen;

    public void Write(LogLine line)
    {
        lock (_gate)
        {
            if (_isOpen || _held.Count >= MostHeld)
                writer.WriteLine(line.Render(format));
            else
                _held.Enqueue(line);
        }
    }

    public void Open()
    {
        lock (_gate)
        {
            _isOpen = true;
            while (_held.TryDequeue(out var line))
                writer.WriteLine(line.Render(format));

            writer.Flush();
        }
    }
}
