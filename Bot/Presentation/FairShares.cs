namespace Bot.Presentation;

/// <summary>How two texts share the room of one message.</summary>
internal static class FairShares
{
    /// <summary>Half for each; what one side leaves over goes to the other, up to what one box holds.</summary>
    public static (int A, int B) Of(int wantedA, int wantedB, int box, int total)
    {
        wantedA = Math.Min(wantedA, box);
        wantedB = Math.Min(wantedB, box);
        if (wantedA + wantedB <= total)
            return (wantedA, wantedB);
        var half = total / 2;
        if (wantedA <= half)
            return (wantedA, Math.Min(box, total - wantedA));
        return wantedB <= half ? (Math.Min(box, total - wantedB), wantedB) : (half, half);
    }
}
