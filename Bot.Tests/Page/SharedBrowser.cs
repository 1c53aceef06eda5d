namespace Bot.Tests.Page;

/// <summary>One browser for all tests of the page: each opens its own pages against its own sandbox.</summary>
public sealed class SharedBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<Browser>> _browser = new(Browser.LaunchAsync);

    /// <summary>Starts it at the first call; skips the calling test where no Chromium is installed.</summary>
    public Task<Browser> GetAsync()
    {
        Browser.Require();
        return _browser.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
            await (await _browser.Value).DisposeAsync();
    }
}
