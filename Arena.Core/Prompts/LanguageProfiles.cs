namespace Arena.Core.Prompts;

/// <summary>
/// Tells languages of one script apart by naive Bayes over single letters, pairs, triples and whole words, counted in the sample texts of
/// <see cref="LanguageSamples"/>.
/// </summary>
internal sealed class LanguageProfiles
{
    // Letters, pairs, triples and words overlap, so what they say together is about a third of their sum.
    private const double Overlap = 3;

    // Odds of e^4, about 50 : 1, against every other language.
    private const double Sure = 4;

    // Two thirds or more of the triples of a text, and some of its words, are met in a sample of its language. Of a language without a sample
    // far fewer are, and letters that none of the samples has.
    private const double Familiar = 0.48;
    private const double StrangeLetters = 0.05;

    private const double Smoothing = 0.1;
    private static readonly Lazy<IReadOnlyDictionary<Script, LanguageProfiles>> All = new(() =>
        LanguageSamples.Read().GroupBy(sample => sample.Script).ToDictionary(group => group.Key, group => new LanguageProfiles(group.Key, [.. group])));

    private readonly Script _script;
    private readonly string[] _languages;
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);

    private LanguageProfiles(Script script, IReadOnlyList<LanguageSamples.Sample> samples)
    {
        _script = script;
        _languages = [.. samples.Select(sample => sample.Language)];
        for (var i = 0; i < samples.Count; i++)
        {
            foreach (var feature in LanguageFeatures.Of(LanguageFeatures.Words(samples[i].Text, _script)))
            {
                if (!_rows.TryGetValue(feature, out var row))
                    _rows[feature] = row = new Row(new int[samples.Count], new double[samples.Count]);
                row.Counts[i]++;
            }
        }

        foreach (var kind in _rows.GroupBy(pair => LanguageFeatures.Kind(pair.Key), pair => pair.Value).Select(rows => rows.ToList()))
        {
            for (var i = 0; i < samples.Count; i++)
            {
                var total = kind.Sum(row => row.Counts[i]) + (Smoothing * kind.Count);
                foreach (var row in kind)
                    row.Logs[i] = Math.Log((row.Counts[i] + Smoothing) / total);
            }
        }
    }

    /// <summary>The languages of a script; null where there is no sample of one.</summary>
    public static LanguageProfiles? Of(Script script) => All.Value.GetValueOrDefault(script);

    /// <summary>The language of a text, or null when it is not clear.</summary>
    public string? Judge(string text)
    {
        // A word that is said again says nothing new.
        var features = LanguageFeatures.Of(LanguageFeatures.Words(text, _script).Distinct(StringComparer.Ordinal)).ToList();
        var scores = new double[_languages.Length];
        foreach (var feature in features)
        {
            if (!_rows.TryGetValue(feature, out var row))
                continue;
            for (var i = 0; i < scores.Length; i++)
                scores[i] += row.Logs[i];
        }

        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(2).ToArray();
        var isClear = (scores[order[0]] - scores[order[1]]) / Overlap >= Sure;
        return isClear && IsFamiliar(features, order[0]) ? _languages[order[0]] : null;
    }

    private bool IsFamiliar(IReadOnlyList<string> features, int language)
    {
        if (1 - KnownShare(LanguageFeatures.Letter) > StrangeLetters)
            return false;
        return KnownShare(LanguageFeatures.Triple) + KnownShare(LanguageFeatures.Word) >= Familiar;

        double KnownShare(int kind) => features.Where(feature => LanguageFeatures.Kind(feature) == kind)
            .Average(feature => _rows.TryGetValue(feature, out var row) && row.Counts[language] > 0 ? 1.0 : 0);
    }

    /// <param name="Counts">How often the feature is met in each sample.</param>
    /// <param name="Logs">Logarithm of its share of the features of its kind there, smoothed.</param>
    private sealed record Row(int[] Counts, double[] Logs);
}
