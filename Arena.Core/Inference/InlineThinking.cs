using System.Text;

namespace Arena.Core.Inference;

/// <summary>
/// Takes reasoning out of an answer. Models whose template Ollama does not know write it into the answer itself, between
/// <c>&lt;think&gt;</c> and <c>&lt;/think&gt;</c>, and no <c>think: false</c> stops them. Only what an answer begins with is
/// reasoning; a tag further on is something the model speaks of.
/// </summary>
internal sealed class InlineThinking
{
    private static readonly string[] Names = ["think", "thinking"];

    private readonly StringBuilder _held = new();
    private State _state = State.Beginning;
    private string _end = "";

    private enum State
    {
        Beginning,
        Thinking,
        Between,
        Answer,
    }

    /// <summary>The next piece of what the model writes, in any size: what of it, and of what was held back, is answer and what is reasoning.</summary>
    public (string Text, string Thinking) Take(string piece)
    {
        if (_state == State.Answer)
            return (piece, "");
        _held.Append(piece);
        var thinking = _state == State.Beginning && !TryBegin() ? "" : TakeThinking();
        return (TakeText(), thinking);
    }

    /// <summary>There are no more pieces: what was held back.</summary>
    public (string Text, string Thinking) Finish()
    {
        var rest = _held.ToString();
        _held.Clear();
        return _state == State.Thinking ? ("", rest) : (rest, "");
    }

    /// <summary>False: it is not reasoning that the answer begins with, or it can not be told yet.</summary>
    private bool TryBegin()
    {
        var written = _held.ToString().TrimStart();
        foreach (var name in Names)
        {
            var tag = $"<{name}>";
            if (written.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
            {
                _held.Clear().Append(written, tag.Length, written.Length - tag.Length);
                (_state, _end) = (State.Thinking, $"</{name}>");
                return true;
            }
        }

        if (!Names.Any(name => $"<{name}>".StartsWith(written, StringComparison.OrdinalIgnoreCase)))
            _state = State.Answer;
        return false;
    }

    private string TakeThinking()
    {
        if (_state != State.Thinking)
            return "";
        var written = _held.ToString();
        var end = written.IndexOf(_end, StringComparison.OrdinalIgnoreCase);
        var length = end >= 0 ? end : written.Length - BegunEnd(written);
        _held.Remove(0, end >= 0 ? end + _end.Length : length);
        if (end >= 0)
            _state = State.Between;
        return written[..length];
    }

    /// <summary>How many of the last characters may be the beginning of the end.</summary>
    private int BegunEnd(string written)
    {
        for (var length = Math.Min(_end.Length - 1, written.Length); length > 0; length--)
        {
            if (written.EndsWith(_end[..length], StringComparison.OrdinalIgnoreCase))
                return length;
        }

        return 0;
    }

    private string TakeText()
    {
        var written = _held.ToString();
        if (_state == State.Between && !string.IsNullOrWhiteSpace(written))
        {
            written = written.TrimStart();                      // the blank lines that set the answer off
            _state = State.Answer;
        }

        if (_state != State.Answer)
            return "";
        _held.Clear();
        return written;
    }
}
