namespace Arena.Core.Roster;

public enum SuggestionState
{
    Open,
    Approved,
    Declined,
}
