using Arena.Core.Servers;

namespace Bot.Presentation.Moderation;

/// <summary>What a moderator asked for, read. The cases below are all there are.</summary>
internal abstract record SettingsReading
{
    private SettingsReading() { }

    /// <param name="After">The settings as they are to be.</param>
    /// <param name="Said">What is said of it; null for the value before and after.</param>
    public sealed record Good(ServerSettings After, string? Said = null) : SettingsReading;

    /// <param name="Why">One or two sentences: what is wrong, and what is possible.</param>
    public sealed record Bad(string Why) : SettingsReading;
}
