using System.Text;
using Arena.Core.Battles.Showing;

namespace Arena.Core.Battles.Generating;

/// <summary>What a side has said so far, heard by one thread and shown by another.</summary>
internal sealed class LiveAnswer
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private bool _complete;

    public SideProgress Progress
    {
        get
        {
            lock (_lock)
                return new SideProgress(_text.Length, _complete);
        }
    }

    public void Hear(string text)
    {
        lock (_lock)
            _text.Append(text);
    }

    /// <summary>The answer is whole; the text is replaced by what is stored, should they differ.</summary>
    public void Complete(string text)
    {
        lock (_lock)
        {
            _text.Clear().Append(text);
            _complete = true;
        }
    }

    /// <summary>Forgets an attempt that failed.</summary>
    public void Restart()
    {
        lock (_lock)
        {
            _text.Clear();
            _complete = false;
        }
    }

    /// <summary>The first <paramref name="characters"/> of it, never half a surrogate pair.</summary>
    public AnswerView View(int characters)
    {
        lock (_lock)
        {
            var length = Math.Min(characters, _text.Length);
            if (length > 0 && length < _text.Length && char.IsHighSurrogate(_text[length - 1]))
                length--;
            return new AnswerView(_text.ToString(0, length), _complete && length == _text.Length, Model: null, Stats: null);
        }
    }
}
