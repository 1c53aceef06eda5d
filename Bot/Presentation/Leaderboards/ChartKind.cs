namespace Bot.Presentation.Leaderboards;

/// <summary>What a chart shows.</summary>
internal enum ChartKind
{
    /// <summary>Battles won, tied and lost by each model.</summary>
    Records,

    /// <summary>How ballots fell, pair by pair.</summary>
    ActualWinRates,

    /// <summary>How they would fall by the official board, pair by pair.</summary>
    PredictedWinRates,

    /// <summary>How often each pair has met.</summary>
    BattleCounts,

    /// <summary>Ballots by the language of the prompt.</summary>
    Languages,

    /// <summary>Ballots by the category of the prompt.</summary>
    Categories,

    /// <summary>How the ratings of the best moved.</summary>
    History,

    /// <summary>Ratings against the sizes of the models.</summary>
    Sizes,
}
