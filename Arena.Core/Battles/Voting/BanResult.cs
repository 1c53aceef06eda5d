namespace Arena.Core.Battles.Voting;

/// <summary>What became of a ban or of taking it back.</summary>
public abstract record BanResult
{
    private BanResult() { }

    /// <summary>It holds from now on.</summary>
    /// <param name="Ballots">Their ballots in open votes that do not count any more.</param>
    public sealed record Banned(Ban Ban, int Ballots) : BanResult;

    /// <summary>They are banned already; nothing changed.</summary>
    public sealed record AlreadyBanned(Ban Ban) : BanResult;

    /// <summary>It is taken back.</summary>
    /// <param name="Ballots">Their ballots in open votes that count again.</param>
    public sealed record Unbanned(Ban Was, int Ballots) : BanResult;

    /// <summary>They are not banned; nothing changed.</summary>
    public sealed record NotBanned : BanResult;
}
