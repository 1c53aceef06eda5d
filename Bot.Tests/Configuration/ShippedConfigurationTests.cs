using System.Text.RegularExpressions;
using Bot.Configuration;

namespace Bot.Tests.Configuration;

/// <summary>The files that come with the program, as they lie beside it.</summary>
public sealed partial class ShippedConfigurationTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "config");

    [Fact]
    public void The_shipped_files_are_valid_and_change_no_default()
    {
        var configuration = Load(Shipped);

        Assert.All(Settings.All, setting => Assert.Equal(setting.Default, configuration.Values.Get(setting)));
        Assert.Empty(configuration.Models);
        Assert.True(configuration.Prompts.Count >= 60, $"{configuration.Prompts.Count} prompts");
        Assert.Equal(8, configuration.Prompts.Select(prompt => prompt.Category).Distinct().Count());
    }

    [Fact]
    public void The_lines_to_uncomment_are_valid_too_and_show_every_setting_with_its_default()
    {
        using var folder = new ConfigurationCase()
            .Arena(Uncommented("arena.json").Replace("\"homeServer\": \"123456789012345678\"", "\"homeServer\": \"\"", StringComparison.Ordinal)
                .Replace("\"operators\": [\"123456789012345678\"]", "\"operators\": []", StringComparison.Ordinal))
            .Models(Uncommented("models.json"));

        var configuration = folder.Load();

        Assert.All(Settings.All, setting => Assert.True(configuration.Values.IsGiven(setting), $"{setting.Key} is not shown in arena.json"));
        Assert.All(Settings.All, setting => Assert.Equal(setting.Default, configuration.Values.Get(setting)));
        Assert.NotEmpty(configuration.Models);
    }

    private static ArenaConfiguration Load(string folder) => ArenaConfiguration.Load(new ArenaEnvironment(
        [KeyValuePair.Create("ARENA_CONFIG", folder)], Path.GetTempPath(), AppContext.BaseDirectory));

    /// <summary>The file with the comment marks taken from every line that holds a setting or an entry.</summary>
    private static string Uncommented(string file) =>
        Commented().Replace(File.ReadAllText(Path.Combine(Shipped, file)), string.Empty);

    [GeneratedRegex("(?<=^ *)// (?=[\"{])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Commented();
}
