using System.Globalization;
using Bot.Configuration;

namespace Bot.Doctor;

internal static class ConfigurationCheck
{
    private const string Area = "configuration";

    public static IEnumerable<Finding> Run(ArenaConfiguration configuration, IReadOnlyList<Complaint> complaints)
    {
        foreach (var complaint in complaints)
        {
            yield return Finding.Bad(
                Area,
                complaint.Value.Length == 0 ? Subject(complaint) : $"{Subject(complaint)} is {complaint.Value}",
                $"It should be {complaint.Expectation}.");
        }

        if (complaints.Count == 0)
        {
            yield return Finding.Good(Area, string.Create(
                CultureInfo.InvariantCulture,
                $"{configuration.Folder}: {Given(configuration)}, {configuration.Models.Count} models to begin with, {configuration.Prompts.Count} prompts"));
        }

        foreach (var note in configuration.Notes)
            yield return Finding.Bad("environment", note, "Rename or unset it.");
    }

    private static string Subject(Complaint complaint) =>
        complaint.Key.Length == 0 ? complaint.Source : $"{complaint.Source}: {complaint.Key}";

    private static string Given(ArenaConfiguration configuration)
    {
        var given = Settings.All.Where(configuration.Values.IsGiven)
            .Select(setting => $"{setting.Key} = {setting.Format(configuration.Values.Get(setting))}").ToList();
        return given.Count == 0 ? "every setting at its default" : string.Join(", ", given);
    }
}
