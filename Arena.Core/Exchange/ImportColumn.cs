namespace Arena.Core.Exchange;

/// <summary>The columns that boards are computed from.</summary>
internal enum ImportColumn
{
    ModelA,
    ModelB,
    Winner,
    Time,
    BattleId,
    Weight,
    Category,
    SizeA,
    SizeB,
    SizeMax,
    PairProbability,
    UniformProbability,
    TokensA,
    TokensB,
    HeadingsA,
    HeadingsB,
    ListItemsA,
    ListItemsB,
    BoldA,
    BoldB,
    Damping,
}
