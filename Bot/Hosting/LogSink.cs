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

    private readonly Lock gate = new();
    private readonly Queue<LogLine> held = new();
    private bool isOpen;

    public void Write(LogLine line)
    {
        lock (gate)
        {
            if (isOpen || held.Count >= MostHeld)
            {
                writer.WriteLine(line.Render(format));
            }
            else
            {
                held.Enqueue(line);
            }
        }
    }

    public void Open()
    {
        lock (gate)
        {
            isOpen = true;
            while (held.TryDequeue(out var line))
            {
                writer.WriteLine(line.Render(format));
            }

            writer.Flush();
        }
    }
}
