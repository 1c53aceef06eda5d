using Arena.Core.Charts;
using Bot.Configuration;
using Bot.Hosting;

namespace Bot.Tests.Configuration;

public sealed class PictureThemeTests
{
    [Fact]
    public void Every_word_of_the_setting_has_its_colours()
    {
        Assert.Same(ChartTheme.Light, Theme("light"));
        Assert.Same(ChartTheme.HighContrast, Theme("contrast"));
        Assert.Same(ChartTheme.Dark, Theme("dark"));
        Assert.Equal(Enum.GetValues<PictureTheme>().Length, Enum.GetNames<PictureTheme>().Select(word => Theme(word.ToLowerInvariant())).Distinct().Count());
    }

    [Fact]
    public void Without_the_setting_pictures_are_dark()
    {
        using var folder = new ConfigurationCase();

        Assert.Same(ChartTheme.Dark, folder.Load().Theme());
    }

    [Fact]
    public void The_environment_chooses_too()
    {
        using var folder = new ConfigurationCase().Arena("""{ "pictures": { "theme": "light" } }""").With("ARENA_THEME", "contrast");

        Assert.Same(ChartTheme.HighContrast, folder.Load().Theme());
    }

    private static ChartTheme Theme(string word)
    {
        using var folder = new ConfigurationCase().Arena($$"""{ "pictures": { "theme": "{{word}}" } }""");
        return folder.Load().Theme();
    }
}
