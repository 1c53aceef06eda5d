namespace Bot.Configuration;

/// <summary>Which Discord the bot talks to, decided by the environment alone.</summary>
public abstract record DiscordChoice
{
    private DiscordChoice()
    {
    }

    /// <summary>Whether play data is made: everything but Discord itself.</summary>
    public bool IsSandbox => this is not Live;

    /// <summary>No token: the host starts a sandbox of its own. Port 0 takes any free one.</summary>
    public sealed record OwnSandbox(int Port) : DiscordChoice;

    /// <summary>A sandbox that runs by itself.</summary>
    public sealed record OtherSandbox(Uri Address, string Token) : DiscordChoice
    {
        public override string ToString() => $"{nameof(OtherSandbox)} {Address}";
    }

    /// <summary>Discord itself.</summary>
    public sealed record Live(string Token) : DiscordChoice
    {
        // A record would print its token into every log line that mentions it.
        public override string ToString() => nameof(Live);
    }
}
