namespace Bot.Reports;

/// <summary>How the intervals of a Bradley–Terry board are made.</summary>
internal enum IntervalKind
{
    /// <summary>From the fit, robust against ballots of a battle that lean the same way.</summary>
    Sandwich,

    /// <summary>By drawing the battles anew.</summary>
    Bootstrap,
}
