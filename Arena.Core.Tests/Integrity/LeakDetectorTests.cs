using Arena.Core.Integrity;
using Arena.Core.Roster;

namespace Arena.Core.Tests.Integrity;

/// <summary>What is an identity leak and what is not, case by case: the table stands in <c>leak-cases.txt</c>.</summary>
public sealed class LeakDetectorTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_the_table_is_judged_as_a_careful_reader_would()
    {
        var cases = LeakCase.ReadAll();
        var missed = cases.Where(one => one.IsLeak != (one.Found() is not null)).ToList();
        foreach (var one in missed)
            output.WriteLine($"{(one.IsLeak ? "missed" : "false alarm")}: {one.Tag}: {one.Answer}  [{one.Found()}]");

        Assert.True(cases.Count >= 120);
        Assert.True(cases.Count(one => !one.IsLeak) >= 50);
        Assert.Empty(missed);
    }

    [Fact]
    public void A_name_in_any_prompt_is_no_leak_and_an_answer_of_any_turn_may_leak()
    {
        var qwen = Model("qwen2.5:7b");

        Assert.Null(LeakDetector.Find(["Hi", "Are you Qwen?"], ["Hello.", "Yes, I am Qwen."], qwen));
        Assert.Equal("I am Qwen", LeakDetector.Find(["Hi", "Who are you?"], ["Hello.", "I am Qwen."], qwen));
        Assert.NotNull(LeakDetector.Find(["Hi", "Are you Qwen?"], ["Hello.", "I was made by Alibaba."], qwen));
    }

    [Fact]
    public void The_words_are_those_of_the_answer_and_never_long()
    {
        var words = LeakDetector.Find(["Hi"], ["Well… **I am** a helpful, friendly AI assistant called *Qwen 2.5*, at your service."], Model("qwen2.5:7b"));

        Assert.Equal("I am a helpful, friendly AI assistant called Qwen 2.5", words);
        var filler = string.Join(' ', Enumerable.Repeat("helpful", 60));
        Assert.True(LeakDetector.Find(["Hi"], [$"I am a {filler} assistant called Qwen."], Model("qwen2.5:7b"))!.Length <= 110);
    }

    [Fact]
    public void The_family_is_what_the_tag_says_and_only_else_what_the_node_reports()
    {
        Assert.Null(LeakDetector.Find(["Hi"], ["I was made by Meta."], Model("mistral:7b", family: "llama")));
        Assert.NotNull(LeakDetector.Find(["Hi"], ["I was made by Meta."], Model("house-blend:7b", family: "llama")));
        Assert.NotNull(LeakDetector.Find(["Hi"], ["I was made by Mistral AI."], Model("zephyr:7b", family: "llama")));
        Assert.NotNull(LeakDetector.Find(["Hi"], ["I am Qwen."], Model("house-blend:7b", display: "House Blend (Qwen 2.5)")));
    }

    [Fact]
    public void What_is_looked_for_again_is_what_other_names_or_another_rule_touch()
    {
        var before = LeakRuleState.Of([Model("qwen2.5:7b"), Model("owl:7b")]);
        var renamed = LeakRuleState.Of([Model("owl:7b", display: "Uhu"), Model("fox:3b"), Model("qwen2.5:7b") with { Status = ModelStatus.Retired, ParametersBillions = 7 }]);

        Assert.Equal(["owl:7b"], renamed.Touched(before));
        Assert.Empty(before.Touched(LeakRuleState.Read(before.Write()))!);
        Assert.Null(before.Touched(null));
        Assert.Null(before.Touched(before with { Rule = "another" }));
    }

    [Theory]
    [InlineData("I am ")]
    [InlineData("I am a large language model trained by the ")]
    [InlineData("Qwen ")]
    [InlineData("我是")]
    [InlineData("\"")]
    [InlineData("I am an AI, a model, ")]
    public async Task An_answer_made_to_take_long_does_not(string repeated)
    {
        var answer = string.Concat(Enumerable.Repeat(repeated, 40_000 / repeated.Length)) + "Qwen";
        var work = Task.Run(() => LeakDetector.Find(["Hi"], [answer], Model("qwen2.5:7b")), TestContext.Current.CancellationToken);

        await work.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    internal static Model Model(string tag, string? display = null, string? family = null) =>
        new(tag, display ?? tag, family, null, null, ModelKind.Unknown, [], ModelStatus.Active);
}
