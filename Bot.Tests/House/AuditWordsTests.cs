using System.Text.RegularExpressions;
using Bot.Presentation;

namespace Bot.Tests.House;

/// <summary>Whatever is written into the audit can be read there.</summary>
public sealed partial class AuditWordsTests
{
    [Fact]
    public void There_are_words_for_every_deed()
    {
        var deeds =
            (from project in new[] { "Arena.Core", "Bot" }
             from file in Repository.Sources(project)
             from Match deed in Deed().Matches(File.ReadAllText(file))
             select deed.Groups[1].Value).Distinct().ToList();

        Assert.Contains("model.retired", deeds);
        Assert.Equal([], deeds.Except(deeds.Where(AuditWords.Has)));
    }

    // new AuditEntry(at, server, by, "noun.verb", …), on one line or several.
    [GeneratedRegex("""new AuditEntry\([^;]*?"([a-z-]+\.[a-z-]+)["]""")]
    private static partial Regex Deed();
}
