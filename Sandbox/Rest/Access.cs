namespace Sandbox.Rest;

/// <summary>Who may call an endpoint at all.</summary>
internal enum Access
{
    /// <summary>The bot or a member, with a token.</summary>
    Anyone,

    /// <summary>The bot only.</summary>
    Bot,

    /// <summary>Whoever knows the token in the path, or the sandbox's own endpoints: no Authorization header is looked at.</summary>
    Open,
}
