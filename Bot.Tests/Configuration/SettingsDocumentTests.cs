using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class SettingsDocumentTests
{
    /// <summary>When this fails, the message holds the table as it should stand in the document.</summary>
    [Fact]
    public void The_document_shows_every_setting_and_variable_as_they_are()
    {
        var document = Read();

        Assert.Contains(SettingsDocument.SettingsTable(), document, StringComparison.Ordinal);
        Assert.Contains(SettingsDocument.VariablesTable(), document, StringComparison.Ordinal);
    }

    private static string Read()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ArenaBot.sln")))
                return File.ReadAllText(Path.Combine(folder.FullName, "docs", "configuration.md")).ReplaceLineEndings("\n");
        }

        throw new DirectoryNotFoundException("The repository is not around the test program, so its documents can not be read.");
    }
}
