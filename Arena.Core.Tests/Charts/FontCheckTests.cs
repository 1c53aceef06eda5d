using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

public sealed class FontCheckTests
{
    [Fact]
    public void Everything_is_looked_at_and_what_is_missing_has_a_remedy()
    {
        var findings = FontCheck.Run();
        Assert.Equal(["SVG library", "DejaVu Sans", "CJK font", "Emoji font"], findings.Select(f => f.What));
        Assert.All(findings, f => Assert.Equal(f.IsThere == true, f.Remedy.Length == 0));
    }

    [Fact]
    public void Pictures_are_drawn_as_they_were_composed()
    {
        if (string.Join(" ", FontCheck.Run().Select(f => f.Remedy)).Trim() is { Length: > 0 } remedies)
            Requirement.Missing(remedies);
    }
}
