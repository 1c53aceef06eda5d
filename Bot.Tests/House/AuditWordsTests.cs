using System.Text.RegularExpressions;
using Bot.Presentation.Moderation;

namespace Bot.Tests.House;

/// <summary>Whatever is written into the audit can be read there.</summary>
public sealed partial class AuditWordsTests
{
    private static readonly string[] Columns = ["ballots.banned", "ballots.unfit"];

    [Fact]
    public void There_are_words_for_every_deed()
    {
        var deeds =
            (from folder in new[] { "Arena.Core", "Bot/Commands", "Bot/Reports" }
             from file in Repository.Sources(folder)
             from Match deed in Deed().Matches(File.ReadAllText(file))
             select deed.Groups[1].Value).Except(Columns).Distinct().ToList();

        Assert.Contains("model.retired", deeds);
        Assert.Equal([], deeds.Except(deeds.Where(AuditWords.Has)));
    }

    // "model.retired", and no name of a file or column.
    [GeneratedRegex("""["]([a-z]{2,}\.(?!(?:json|md|png|db|lock|csv|svg)")[a-z-]+)["]""")]
    private static partial Regex Deed();
}
