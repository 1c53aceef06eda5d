namespace Bot.Configuration;

/// <summary>The configuration cannot be used. Carries every complaint, not only the first.</summary>
public sealed class ConfigurationException(IReadOnlyList<Complaint> complaints)
    : Exception(string.Join(Environment.NewLine, complaints))
{
    public IReadOnlyList<Complaint> Complaints { get; } = complaints;
}
