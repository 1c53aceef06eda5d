using System.Text;

namespace Arena.Core.Prompts;

/// <summary>A page of prompts and frequent words in each language that shares its script with others: the files in <c>Languages</c>.</summary>
internal static class LanguageSamples
{
    private const string Folder = "Arena.Core.Prompts.Languages.";
    private const string Ending = ".txt";

    /// <summary>In order of their codes.</summary>
    public static IReadOnlyList<Sample> Read()
    {
        var assembly = typeof(LanguageSamples).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => SampleOf(name[Folder.Length..^Ending.Length], Text(name))),
        ];

        string Text(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    private static Sample SampleOf(string language, string text) =>
        new(language, text.EnumerateRunes().Select(Scripts.Of).First(script => script is not null)!.Value, text);

    public sealed record Sample(string Language, Script Script, string Text);
}
