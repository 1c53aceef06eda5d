using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Configuration;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>One log entry, and how it looks as one line.</summary>
internal sealed record LogLine(DateTimeOffset At, LogLevel Level, string Category, EventId Event, string Message, Exception? Exception)
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Render(LogFormat format) => format == LogFormat.Json ? ToJson() : ToText();

    /// <summary><c>2026-11-22 10:34:05Z info  BattleEngine: Battle 7 settled.</c>, with the exception behind it; never a second line.</summary>
    private string ToText()
    {
        var text = new StringBuilder();
        text.Append(At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            .Append(' ').Append(Name().PadRight(5))
            .Append(' ').Append(Category[(Category.LastIndexOf('.') + 1)..]).Append(": ");
        AppendOneLine(text, Message);
        if (Exception is not null)
        {
            text.Append(" | ");
            AppendOneLine(text, Shortened(Exception));
        }

        return text.ToString();
    }

    /// <summary>What happened and where, as far as a reader wants it in one line. The JSON form has all of it.</summary>
    private static string Shortened(Exception exception)
    {
        const int framesShown = 6;
        var text = new StringBuilder();
        for (var e = exception; e is not null; e = e.InnerException)
            text.Append(e == exception ? string.Empty : " <- ").Append(e.GetType().Name).Append(": ").Append(e.Message);

        foreach (var frame in (exception.StackTrace ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(framesShown))
            text.Append('\n').Append(frame);

        return text.ToString();
    }

    private string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("at", At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("level", Level.ToString().ToLowerInvariant());
            writer.WriteString("category", Category);
            if (Event.Id != 0)
                writer.WriteNumber("event", Event.Id);

            writer.WriteString("message", Message);
            if (Exception is not null)
                writer.WriteString("exception", Exception.ToString());

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private string Name() => Level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };

    /// <summary>
    /// Line breaks become " | ", other control characters are shown as escapes: log text may hold what strangers wrote, and must
    /// neither forge a line nor steer the terminal.
    /// </summary>
    private static void AppendOneLine(StringBuilder text, string message)
    {
        var pendingBreak = false;
        foreach (var c in message.AsSpan().Trim())
        {
            if (c is '\r' or '\n' or '\u2028' or '\u2029' or '\u0085')
            {
                pendingBreak = true;
                continue;
            }

            if (pendingBreak && c != ' ')
            {
                text.Append(" | ");
                pendingBreak = false;
            }
            else if (pendingBreak)
            {
                continue;
            }

            if (char.IsControl(c) && c != '\t')
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                text.Append(c);
        }
    }
}
