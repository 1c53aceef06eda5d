using Arena.Core.Prompts;

namespace Arena.Core.Tests.Prompts;

public sealed class PromptLibraryTests
{
    private static readonly PromptLibrary Library = new(
        [.. Enumerable.Range(0, 10).Select(i => new LibraryPrompt($"prompt {i}", i < 6 ? "coding" : "math"))]);

    [Fact]
    public void A_category_is_kept_to()
    {
        var dice = new Random(1);
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal("math", Library.Draw("math", dice)!.Category));
        Assert.Null(Library.Draw("writing", dice));
        Assert.Equal(["coding", "math"], Library.Categories);
    }

    [Fact]
    public void What_was_used_last_rests()
    {
        var dice = new Random(2);
        var recent = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var drawn = Library.Draw(null, recent, dice)!.Text;
            Assert.DoesNotContain(drawn, recent.Take(5));
            recent.Insert(0, drawn);
        }
    }

    [Fact]
    public void Every_prompt_comes_up()
    {
        var dice = new Random(3);
        Assert.Equal(10, Enumerable.Range(0, 500).Select(_ => Library.Draw(null, dice)).Distinct().Count());
    }

    [Fact]
    public void A_single_prompt_is_drawn_again_and_again()
    {
        var one = new PromptLibrary([new LibraryPrompt("only", "math")]);
        Assert.Equal("only", one.Draw(null, ["only"], new Random(1))!.Text);
    }
}
