namespace Arena.Core.Roster;

/// <summary>What became of retiring a model.</summary>
public abstract record RetireResult
{
    private RetireResult() { }

    public sealed record Retired(Model Model) : RetireResult;

    public sealed record NotOnRoster(string Tag, string? DidYouMean) : RetireResult;

    public sealed record AlreadyRetired(Model Model) : RetireResult;
}
