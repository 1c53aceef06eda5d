using Arena.Core.Charts.Native;

namespace Arena.Core.Charts;

/// <summary>Whether this machine can draw the pictures as they were composed. Never throws; nothing here is needed to run.</summary>
public static class FontCheck
{
    /// <summary>The SVG library and the fonts, each with what to do where it is missing.</summary>
    public static IReadOnlyList<FontFinding> Run()
    {
        var missing = NativeLibraries.MissingForDrawing();
        var library = new FontFinding(
            "SVG library",
            missing is null,
            missing is null ? "" : $"{missing} is not there, boards come as text. Debian, Ubuntu: apt install librsvg2-2; Fedora: dnf install librsvg2; macOS: brew install librsvg.");
        return
        [
            library,
            Font("DejaVu Sans", ":family=DejaVu Sans", "fonts-dejavu-core", "texts in pictures may be a little off"),
            Font("CJK font", ":charset=4e2d 3042 ac00", "fonts-noto-cjk", "Chinese, Japanese and Korean names show as boxes"),
            Font("Emoji font", ":color=true:charset=1f600", "fonts-noto-color-emoji", "emoji in names show as boxes"),
        ];
    }

    private static FontFinding Font(string what, string pattern, string package, string otherwise)
    {
        if (!NativeLibraries.HasFontconfig)
            return new FontFinding(what, null, "Fontconfig is not there, so the fonts could not be looked at.");
        return Fontconfig.HasFont(pattern)
            ? new FontFinding(what, true, "")
            : new FontFinding(what, false, $"Without it {otherwise}. Debian, Ubuntu: apt install {package}.");
    }
}
