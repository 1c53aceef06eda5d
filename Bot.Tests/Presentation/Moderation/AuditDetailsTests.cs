using Arena.Core.Battles;
using Arena.Core.Integrity;
using Arena.Core.Roster;
using Bot.Presentation.Moderation;

namespace Bot.Tests.Presentation.Moderation;

/// <summary>What the program calls things stands nowhere in the audit that people read.</summary>
public sealed class AuditDetailsTests
{
    [Fact]
    public void Every_name_that_is_stored_has_words()
    {
        Check<PullFailure>("pull.failed", name => name);
        Check<VoidReason>("question.dropped", name => name);
        Check<ModelCondition>("model.retired", name => $"was {name}");
        Check<ModelKind>("model.edited", name => $"kind {name}, name Owl, age-restricted no");
    }

    [Theory]
    [InlineData("A"), InlineData("B"), InlineData("A, B"), InlineData("prompt"), InlineData("A, prompt"), InlineData("A, B, prompt")]
    public void Every_choice_of_what_is_reported_has_words(string stored)
    {
        Assert.True(Enum.TryParse<ReportedParts>(stored, ignoreCase: true, out _));
        Assert.Matches("answer|the prompt", AuditDetails.Say("report.made", "1", stored, 150));
    }

    private static void Check<T>(string action, Func<string, string> stored) where T : struct, Enum
    {
        foreach (var name in Enum.GetNames<T>())
            Assert.DoesNotContain(name, AuditDetails.Say(action, "x", stored(name), 150), StringComparison.Ordinal);
    }
}
