using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Doctor;

/// <summary>All findings, and the address for installing the bot when a token could be asked for it.</summary>
internal sealed record DoctorReport(IReadOnlyList<Finding> Findings, Uri? Invite)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public bool IsGood => Findings.All(finding => finding.IsGood);

    public string ToText()
    {
        var width = Findings.Max(finding => finding.Area.Length);
        var lines = Findings.SelectMany(finding => Lines(finding, width)).ToList();
        if (Invite is not null)
            lines.Add($"Invite the bot: {Invite}");

        return string.Join(Environment.NewLine, lines);
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Good = IsGood,
            Findings = Findings.Select(finding => new { finding.Area, Good = finding.IsGood, finding.What, finding.Remedy }),
            Invite = Invite?.AbsoluteUri,
        },
        Json);

    private static IEnumerable<string> Lines(Finding finding, int width)
    {
        yield return $"{(finding.IsGood ? '✓' : '✗')} {finding.Area.PadRight(width)}  {finding.What}";
        if (finding.Remedy is not null)
            yield return $"  {new string(' ', width)}  → {finding.Remedy}";
    }
}
