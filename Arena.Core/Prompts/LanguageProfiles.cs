using System.Text;

namespace Arena.Core.Prompts;

/// <summary>
/// Tells languages of one script apart by naive Bayes over single letters, pairs, triples and whole words, counted in the sample texts in
/// <c>Languages</c>, one for each language.
/// </summary>
internal sealed class LanguageProfiles
{
    // Letters, pairs, triples and words overlap, so what they say together is about a third of their sum.
    private const double Overlap = 3;

    // Odds of e^5, about 150 : 1, against every other language.
    private const double Sure = 5;

    private const double Smoothing = 0.1;
    private static readonly Lazy<IReadOnlyDictionary<Script, LanguageProfiles>> All = new(ReadAll);

    private readonly string[] _languages;
    private readonly Dictionary<string, double[]> _logOdds = new(StringComparer.Ordinal);

    private LanguageProfiles(IReadOnlyList<(string Language, string Text)> samples)
    {
        _languages = [.. samples.Select(sample => sample.Language)];
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var i = 0; i < samples.Count; i++)
        {
            foreach (var feature in LanguageFeatures.Of(samples[i].Text))
            {
                if (!counts.TryGetValue(feature, out var row))
                    counts[feature] = row = new int[_languages.Length];
                row[i]++;
            }
        }

        foreach (var kind in counts.GroupBy(pair => LanguageFeatures.Kind(pair.Key)))
        {
            var totals = _languages.Select((_, i) => kind.Sum(pair => pair.Value[i]) + (Smoothing * kind.Count())).ToArray();
            foreach (var (feature, row) in kind)
                _logOdds[feature] = [.. row.Select((count, i) => Math.Log((count + Smoothing) / totals[i]))];
        }
    }

    /// <summary>The languages of a script; null where there is no sample of one.</summary>
    public static LanguageProfiles? Of(Script script) => All.Value.GetValueOrDefault(script);

    /// <summary>The language of a text, or null when it is not clear.</summary>
    public string? Judge(string text)
    {
        var scores = new double[_languages.Length];
        foreach (var feature in LanguageFeatures.Of(text))
        {
            if (!_logOdds.TryGetValue(feature, out var row))
                continue;
            for (var i = 0; i < scores.Length; i++)
                scores[i] += row[i];
        }

        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToArray();
        return (scores[order[0]] - scores[order[1]]) / Overlap >= Sure ? _languages[order[0]] : null;
    }

    private static Dictionary<Script, LanguageProfiles> ReadAll()
    {
        const string Folder = "Arena.Core.Prompts.Languages.";
        var assembly = typeof(LanguageProfiles).Assembly;
        var samples =
            from name in assembly.GetManifestResourceNames()
            where name.StartsWith(Folder, StringComparison.Ordinal)
            orderby name
            let text = Read(name)
            select (Language: name[Folder.Length..^".txt".Length], Text: text, Script: text.EnumerateRunes().Select(Scripts.Of).First(s => s is not null)!.Value);
        return samples.GroupBy(sample => sample.Script)
            .ToDictionary(group => group.Key, group => new LanguageProfiles([.. group.Select(sample => (sample.Language, sample.Text))]));

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
