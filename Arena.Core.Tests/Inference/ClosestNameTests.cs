using Arena.Core.Inference;

namespace Arena.Core.Tests.Inference;

public sealed class ClosestNameTests
{
    private static readonly string[] Known = ["qwen2.5:7b", "qwen2.5:0.5b", "llama3.2:3b", "phi4:latest", "owl:7b", "fox:3b", "raven:8b"];

    [Theory]
    [InlineData("qwen2.5:7", "qwen2.5:7b")]
    [InlineData("qwen2.5:8b", "qwen2.5:7b")]
    [InlineData("qwen2.5:500m", "qwen2.5:0.5b")]
    [InlineData("QWEN2.5", "qwen2.5:0.5b")]
    [InlineData("qwen:7b", "qwen2.5:7b")]
    [InlineData("qwne2.5:7b", "qwen2.5:7b")]
    [InlineData("llama", "llama3.2:3b")]
    [InlineData("phi-4", "phi4:latest")]
    [InlineData("wol:7b", "owl:7b")]
    [InlineData("ravne", "raven:8b")]
    public void The_nearest_name_is_suggested(string typed, string meant) => Assert.Equal(meant, ClosestName.Find(typed, Known));

    [Theory]
    [InlineData("mistral:7b")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("elephant:14b")]
    public void Nothing_is_suggested_when_nothing_is_near(string typed) => Assert.Null(ClosestName.Find(typed, Known));

    [Fact]
    public void An_enormous_name_is_not_even_compared() => Assert.Null(ClosestName.Find(new string('q', 100_000), Known));
}
