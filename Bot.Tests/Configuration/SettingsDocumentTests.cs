using Bot.Configuration;
using Bot.Tests.House;

namespace Bot.Tests.Configuration;

public sealed class SettingsDocumentTests
{
    /// <summary>When this fails, the message holds the table as it should stand in the document.</summary>
    [Fact]
    public void The_document_shows_every_setting_and_variable_as_they_are()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md")).ReplaceLineEndings("\n");

        Assert.Contains(SettingsDocument.SettingsTable(), document, StringComparison.Ordinal);
        Assert.Contains(SettingsDocument.VariablesTable(), document, StringComparison.Ordinal);
    }
}
