namespace Arena.Core.Prompts;

/// <summary>The writing systems that are told apart.</summary>
internal enum Script
{
    Latin, Cyrillic, Arabic, Han, Kana, Hangul, Greek, Hebrew, Thai, Lao, Khmer, Myanmar, Tibetan, Devanagari, Bengali, Gurmukhi,
    Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Sinhala, Georgian, Armenian, Ethiopic,
}
