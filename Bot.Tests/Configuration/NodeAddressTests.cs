using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class NodeAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:11434", "http://127.0.0.1:11434")]
    [InlineData("127.0.0.1", "http://127.0.0.1:11434")]
    [InlineData("gpu-box", "http://gpu-box:11434")]
    [InlineData("gpu-box:8000", "http://gpu-box:8000")]
    [InlineData(":8000", "http://127.0.0.1:8000")]
    [InlineData("0.0.0.0", "http://127.0.0.1:11434")]
    [InlineData("0.0.0.0:8000", "http://127.0.0.1:8000")]
    [InlineData("http://0.0.0.0:8000", "http://127.0.0.1:8000")]
    [InlineData("http://gpu-box:11434", "http://gpu-box:11434")]
    [InlineData("http://gpu-box", "http://gpu-box")]
    [InlineData("https://models.example.org", "https://models.example.org")]
    [InlineData("https://models.example.org:8443/ollama/", "https://models.example.org:8443/ollama")]
    [InlineData("http://127.0.0.1:5080/ollama", "http://127.0.0.1:5080/ollama")]
    [InlineData("HTTP://gpu-box:1", "http://gpu-box:1")]
    [InlineData("[::1]", "http://[::1]:11434")]
    [InlineData("[::1]:8000", "http://[::1]:8000")]
    [InlineData("::1", "http://[::1]:11434")]
    [InlineData("[::]:8000", "http://[::1]:8000")]
    [InlineData("\"127.0.0.1:11434\"", "http://127.0.0.1:11434")]
    [InlineData("  gpu-box  ", "http://gpu-box:11434")]
    public void Every_form_that_Ollama_takes_is_taken(string written, string address)
    {
        Assert.True(NodeAddress.TryParse(written, out var node));
        Assert.Equal(address, NodeAddress.Format(node));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftp://gpu-box")]
    [InlineData("gpu-box:port")]
    [InlineData("gpu-box:0")]
    [InlineData("gpu-box:65536")]
    [InlineData("gpu box")]
    public void What_is_no_address_is_refused(string written) => Assert.False(NodeAddress.TryParse(written, out _));

    [Fact]
    public void A_password_is_kept_for_the_call_and_never_shown()
    {
        Assert.True(NodeAddress.TryParse("https://bot:secret@gpu-box/ollama", out var node));

        Assert.Equal("bot:secret", node.UserInfo);
        Assert.Equal("https://gpu-box/ollama", NodeAddress.Format(node));
    }

    [Fact]
    public void OLLAMA_HOST_overrides_the_file_and_ARENA_NODES_overrides_both()
    {
        using var folder = new ConfigurationCase().Arena("""{ "nodes": ["http://a:1"] }""");
        Assert.Equal([new Uri("http://a:1")], folder.Load().Get(Settings.Nodes));

        folder.With("OLLAMA_HOST", "b:2");
        Assert.Equal([new Uri("http://b:2")], folder.Load().Get(Settings.Nodes));

        folder.With("ARENA_NODES", "c:3");
        Assert.Equal([new Uri("http://c:3")], folder.Load().Get(Settings.Nodes));
    }
}
