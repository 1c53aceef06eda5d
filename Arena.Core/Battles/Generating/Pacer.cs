namespace Arena.Core.Battles.Generating;

/// <summary>
/// Decides how much of both answers is visible. Paced, both sides are always equally far, so that nothing tells which
/// model is the faster one: in step with the slower when both write at once, at the reading pace when they write one after
/// the other. What is measured is characters: tokens differ from model to model, and would tell.
/// </summary>
internal sealed class Pacer(RevealOfText mode, bool sidesAtOnce, double tokensPerSecond)
{
    // Of English text with the usual tokenizers; only the pace of reading depends on it.
    private const double CharactersPerToken = 4;

    // A message shows no more of one answer, and of both together; the rest comes as a file with the vote. Nobody is made to
    // wait for text that can not be seen, and there is nothing in the channel then that a faster pace could tell.
    private const int ScreenfulOfOne = 4_096;
    private const int ScreenfulOfBoth = 5_100;

    // Before this much time an average pace says nothing.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private readonly double _readingPace = tokensPerSecond * CharactersPerToken;
    private TimeSpan _showing;
    private double _position;
    private double _pace = tokensPerSecond * CharactersPerToken;

    /// <summary>Characters visible of each side.</summary>
    public (int A, int B) Visible { get; private set; }

    /// <summary>Both answers are whole and wholly visible.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Lets time pass.</summary>
    /// <param name="elapsed">Since the last call.</param>
    public void Advance(TimeSpan elapsed, SideProgress a, SideProgress b)
    {
        Visible = mode switch
        {
            RevealOfText.Live => (a.Received, b.Received),
            RevealOfText.Complete => a.IsComplete && b.IsComplete ? (a.Received, b.Received) : (0, 0),
            _ => Step(elapsed, a, b),
        };
        IsDone = a.IsComplete && b.IsComplete && Visible.A >= a.Received && Visible.B >= b.Received;
    }

    private (int A, int B) Step(TimeSpan elapsed, SideProgress a, SideProgress b)
    {
        var limit = Limit(a, b);
        if (limit > 0)
        {
            _showing += elapsed;
            if (sidesAtOnce && !(a.IsComplete && b.IsComplete) && _showing > Settling)
                _pace = Math.Max(_readingPace, limit / _showing.TotalSeconds);
            // Never back, and never faster than the common pace: when the slower side ends, the rest of the other one
            // does not burst out, which would tell that it had been waiting.
            _position = Math.Max(_position, Math.Min(limit, _position + _pace * elapsed.TotalSeconds));
        }

        var position = (int)_position;
        var visible = (A: Math.Min(position, a.Received), B: Math.Min(position, b.Received));
        var isFull = position >= ScreenfulOfOne || visible.A + visible.B >= ScreenfulOfBoth;
        return isFull && a.IsComplete && b.IsComplete ? (a.Received, b.Received) : visible;
    }

    // A side that is whole holds nobody up.
    private static int Limit(SideProgress a, SideProgress b) => (a.IsComplete, b.IsComplete) switch
    {
        (true, true) => Math.Max(a.Received, b.Received),
        (true, false) => b.Received,
        (false, true) => a.Received,
        (false, false) => Math.Min(a.Received, b.Received),
    };
}
