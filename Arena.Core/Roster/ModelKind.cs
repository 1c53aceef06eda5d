namespace Arena.Core.Roster;

/// <summary>How a model was trained last.</summary>
public enum ModelKind
{
    Unknown,
    Pretrained,
    FineTuned,
    Instruct,
    RlTuned,
}
