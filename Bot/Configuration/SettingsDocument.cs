using System.Text;

namespace Bot.Configuration;

/// <summary>The tables of docs/configuration.md, made from the settings themselves.</summary>
internal static class SettingsDocument
{
    public static string SettingsTable() => Table(
        ["setting", "what it is", "expected", "default", "environment"],
        Settings.All.Select(setting => new[]
        {
            Code(setting.Key), setting.Description, setting.Expectation, Code(setting.DefaultText), Code(setting.Variable),
        }));

    public static string VariablesTable() => Table(
        ["variable", "what it is", "when not set"],
        EnvironmentVariable.All.Select(variable => new[] { Code(variable.Name), variable.Description, variable.Default }));

    private static string Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        text.Append(Row(heads)).Append(Row([.. heads.Select(_ => "---")]));
        foreach (var row in rows)
            text.Append(Row(row));

        return text.ToString();
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";

    private static string Code(string text) => $"`{text}`";
}
