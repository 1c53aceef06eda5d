using Microsoft.Playwright;

namespace Bot.Tests.Page;

/// <summary>
/// A Chromium that is installed on this machine, driven through Playwright. Tests that need one call <see cref="LaunchAsync"/>, which skips
/// them with the reason where there is none.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>Names the executable where it is not found by itself.</summary>
    public const string PathVariable = "ARENA_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string? Executable = Find();

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Skips the running test, with the reason, where no Chromium is installed.</summary>
    public static void Require()
    {
        if (Executable is null)
            Requirement.Missing($"No Chromium is installed: looked for {string.Join(", ", Names)} on the PATH and for the file that {PathVariable} names.");
    }

    /// <summary>Starts the browser, or skips the running test.</summary>
    public static async Task<Browser> LaunchAsync()
    {
        Require();
        Assertions.SetDefaultExpectTimeout((float)Patience.Bound.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Headless = true, Args = Arguments });
            return new(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens the sandbox's page as a visitor who was never here, and waits until it is live. Waits of the page last 30 seconds at most.
    /// </summary>
    /// <param name="sandbox">The sandbox's address.</param>
    /// <param name="member">Whom the page starts as.</param>
    /// <param name="width">In CSS pixels: 1400 is a desk, 390 a phone.</param>
    /// <param name="prepare">Runs before the page is loaded, for routes and listeners.</param>
    public async Task<IPage> OpenAsync(Uri sandbox, string member = "alice", int width = 1400, int height = 900, Func<IPage, Task>? prepare = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            HasTouch = width < 760,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout((float)Patience.Bound.TotalMilliseconds);
        var page = await context.NewPageAsync();
        if (prepare is not null)
            await prepare(page);
        await page.GotoAsync(new Uri(sandbox, $"/?as={member}").ToString());
        await IsLiveAsync(page);
        return page;
    }

    /// <summary>Waits until the page's gateway connection is live and a channel with its messages is shown.</summary>
    public static async Task IsLiveAsync(IPage page)
    {
        await page.Locator("[data-testid=connection][data-status=live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator(".beginning, .loading-older").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Finds by the page's stable hooks (<c>data-testid</c>).</summary>
    public static ILocator At(IPage page, string testId) => page.Locator($"[data-testid='{testId.Replace("'", "\\'", StringComparison.Ordinal)}']");

    /// <summary>The message with this id.</summary>
    public static ILocator Message(IPage page, string id) => At(page, $"message-{id}");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        return FromPath().Concat(UsualPlaces()).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> FromPath()
    {
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return from name in Names from folder in folders select Path.Combine(folder, name + ending);
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
        {
            return
            [
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            ];
        }
        if (!OperatingSystem.IsWindows())
            return [];
        return new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
            .Select(Environment.GetFolderPath)
            .SelectMany(folder => new[]
            {
                Path.Combine(folder, "Google", "Chrome", "Application", "chrome.exe"),
                Path.Combine(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
            });
    }
}
