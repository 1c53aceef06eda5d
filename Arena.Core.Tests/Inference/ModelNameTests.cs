using Arena.Core.Inference;

namespace Arena.Core.Tests.Inference;

public sealed class ModelNameTests
{
    [Theory]
    [InlineData("qwen2.5:7b", "qwen2.5:7b")]
    [InlineData(" qwen2.5:7b\n", "qwen2.5:7b")]
    [InlineData("tiny-a", "tiny-a:latest")]
    [InlineData("library/tiny-a", "tiny-a:latest")]
    [InlineData("registry.ollama.ai/library/tiny-a:latest", "tiny-a:latest")]
    [InlineData("registry.ollama.ai/someone/tiny-a", "someone/tiny-a:latest")]
    [InlineData("someone/their_model:Q4_K_M", "someone/their_model:Q4_K_M")]
    [InlineData("hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M", "hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M")]
    [InlineData("127.0.0.1:25000/library/tiny-c", "127.0.0.1:25000/library/tiny-c:latest")]
    public void A_tag_is_read_into_the_form_in_which_Ollama_lists_it(string typed, string canonical)
    {
        Assert.True(ModelName.TryParse(typed, out var name, out _));
        Assert.Equal(canonical, name.Canonical);
    }

    [Theory]
    [InlineData(null, "needed")]
    [InlineData("", "needed")]
    [InlineData("   ", "needed")]
    [InlineData("two words", "spaces")]
    [InlineData("qwen; rm -rf /", "spaces")]
    [InlineData("qwen;ls", "`;`")]
    [InlineData("$(whoami)", "`$`")]
    [InlineData("a|b", "`|`")]
    [InlineData("a`b", "U+0060")]
    [InlineData("\u202Enot", "U+202E")]
    [InlineData("@everyone", "`@`")]
    [InlineData("https://ollama.com/library/qwen2.5", "address")]
    [InlineData("../../etc/passwd", "host")]
    [InlineData("/api/chat", "host")]
    [InlineData("a//b", "empty")]
    [InlineData("qwen2.5:", "behind the colon")]
    [InlineData(":7b", "empty")]
    [InlineData("-x", "begin with `-`")]
    [InlineData("größe:1b", "U+00F6")]
    [InlineData("a/b/c/d", "at most")]
    public void A_malformed_tag_is_refused_in_one_sentence(string? typed, string says)
    {
        Assert.False(ModelName.TryParse(typed, out var name, out var why));
        Assert.Null(name);
        if (says is not "host")
            Assert.Contains(says, why);
    }

    [Fact]
    public void Three_hundred_characters_are_too_many()
    {
        Assert.False(ModelName.TryParse(new string('a', 300), out _, out var why));
        Assert.Contains("300 characters; at most 80", why);
        Assert.True(why.Length < 200);
    }

    [Theory]
    [InlineData("tiny-a", "tiny-a:latest", true)]
    [InlineData("Tiny-A", "tiny-a", true)]
    [InlineData("library/x:1b", "x:1b", true)]
    [InlineData("x:1b", "x:3b", false)]
    [InlineData("me/x", "x", false)]
    public void Two_spellings_of_one_model_are_the_same(string one, string other, bool same)
    {
        Assert.Equal(same, ModelName.Same(one, other));
        Assert.Equal(same, ModelName.Same(other, one));
    }
}
