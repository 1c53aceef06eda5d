using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Sandbox;

namespace Bot.Tests.Page;

public sealed partial class PageEndpointsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_and_every_file_it_names_are_served_with_their_content_types()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Port = 0 }, Cancel);
        using var http = new HttpClient { BaseAddress = sandbox.Address };

        using var page = await http.GetAsync("/", Cancel);
        var html = await page.Content.ReadAsStringAsync(Cancel);
        var names = PagePaths().Matches(html).Select(match => match.Value).Distinct().ToList();

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/page/js/app.js", names);
        foreach (var name in names)
        {
            using var file = await http.GetAsync(name, Cancel);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal(Path.GetExtension(name) switch { ".js" => "text/javascript", ".css" => "text/css", _ => "image/svg+xml" }, file.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Every_module_that_a_module_imports_is_served()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Port = 0 }, Cancel);
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(["app.js"]);
        while (waiting.TryDequeue(out var name))
        {
            if (!seen.Add(name))
                continue;
            var source = await http.GetStringAsync($"/page/js/{name}", Cancel);
            foreach (Match import in Imports().Matches(source))
                waiting.Enqueue(import.Groups[1].Value);
        }

        Assert.Contains("markdown.js", seen);
        Assert.True(seen.Count > 20, $"Only {seen.Count} modules were reached.");
    }

    [Fact]
    public async Task A_file_that_has_not_changed_is_not_sent_twice()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Port = 0 }, Cancel);
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        using var first = await http.GetAsync("/page/js/app.js", Cancel);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/page/js/app.js");
        again.Headers.IfNoneMatch.Add(Assert.IsType<EntityTagHeaderValue>(first.Headers.ETag));
        using var second = await http.SendAsync(again, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task The_page_forbids_every_script_but_its_own()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Port = 0 }, Cancel);
        using var http = new HttpClient { BaseAddress = sandbox.Address };

        using var page = await http.GetAsync("/", Cancel);

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
    }

    [Theory]
    [InlineData("/page/nothing.js")]
    [InlineData("/page/")]
    [InlineData("/page/..%2f..%2fSandbox.csproj")]
    public async Task Anything_else_below_page_is_not_found(string path)
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Port = 0 }, Cancel);
        using var http = new HttpClient { BaseAddress = sandbox.Address };

        using var response = await http.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [GeneratedRegex("/page/[a-z/]+\\.(?:js|css|svg)")]
    private static partial Regex PagePaths();

    [GeneratedRegex("from '\\./([a-z-]+\\.js)'")]
    private static partial Regex Imports();
}
