namespace Bot.Configuration;

/// <summary>The colours that pictures are drawn in.</summary>
public enum PictureTheme
{
    Dark,
    Light,
    Contrast,
}
