using System.Text;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>Reads rows, and says what is wrong with those that can not be used.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="models">Numbers the models.</param>
internal sealed class RowParser(ImportSource source, ModelNumbers models)
{
    private const int LongestQuoted = 60;

    // Squares of weights are summed up by the million, and must stay numbers.
    private const double MostWeight = 1e6;

    /// <summary>Reads the present row.</summary>
    /// <param name="row">What it says.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public string? TryRead(out ImportRow row)
    {
        row = default;
        if (source.Fault is { } fault)
            return fault;
        if ((Empty(ImportColumn.ModelA) ?? Empty(ImportColumn.ModelB) ?? Empty(ImportColumn.Winner)) is { } missing)
            return missing;
        if (!ImportValues.TryChoice(source[ImportColumn.Winner], out var choice))
            return Wrong(ImportColumn.Winner, "model_a, model_b, tie or tie (bothbad)");
        if (Time(out var time) is { } wrongTime)
            return wrongTime;
        if (Weight(out var weight) is { } wrongWeight)
            return wrongWeight;
        if (Damping(out var damping) is { } wrongDamping)
            return wrongDamping;
        if (Numbers(out var sizeA, out var sizeB, out var sizeMax, out var ratio) is { } wrong)
            return wrong;
        if (Style(ImportColumn.TokensA, out var styleA) is { } wrongA)
            return wrongA;
        if (Style(ImportColumn.TokensB, out var styleB) is { } wrongB)
            return wrongB;

        // By number: names of other bytes may be the same text.
        var (a, b) = (models.Of(source[ImportColumn.ModelA]), models.Of(source[ImportColumn.ModelB]));
        if (a == b)
            return $"both sides are {Quoted(source[ImportColumn.ModelA])}";
        row = new ImportRow(time, a, b, choice, sizeA, sizeB, sizeMax, ratio, weight, damping, styleA, styleB);
        return null;
    }

    private string? Empty(ImportColumn column) =>
        source[column].Trim(" \t"u8).IsEmpty ? $"{ImportColumns.NameOf(column)} is missing" : null;

    private string? Time(out long? time)
    {
        time = null;
        if (ImportValues.IsNone(source[ImportColumn.Time]))
            return null;
        if (!ImportValues.TryTime(source[ImportColumn.Time], out var moment) || moment < 0)
            return Wrong(ImportColumn.Time, "a time since 1970 in seconds, milliseconds or as ISO 8601 writes it");
        time = moment;
        return null;
    }

    // Where rows are told to be ballots of battles, what they weigh follows from the battles.
    private string? Weight(out double weight)
    {
        weight = 1;
        if (source.Has(ImportColumn.BattleId) || !source.Has(ImportColumn.Weight))
            return null;
        return ImportValues.TryNumber(source[ImportColumn.Weight], out weight) && weight is >= 0 and <= MostWeight
            ? null
            : Wrong(ImportColumn.Weight, "a number from 0 to 1,000,000");
    }

    private string? Damping(out double damping)
    {
        damping = 1;
        if (!source.Has(ImportColumn.Damping) || ImportValues.IsNone(source[ImportColumn.Damping]))
            return null;
        return ImportValues.TryNumber(source[ImportColumn.Damping], out damping) && damping is > 0 and <= 1
            ? null
            : Wrong(ImportColumn.Damping, "a number above 0 and not above 1, or nothing");
    }

    private string? Numbers(out double sizeA, out double sizeB, out double sizeMax, out double ratio)
    {
        var wrong = Number(ImportColumn.SizeA, double.MaxValue, out sizeA);
        wrong = Number(ImportColumn.SizeB, double.MaxValue, out sizeB) ?? wrong;
        wrong = Number(ImportColumn.SizeMax, double.MaxValue, out sizeMax) ?? wrong;
        wrong = Number(ImportColumn.PairProbability, 1, out var pair) ?? wrong;
        wrong = Number(ImportColumn.UniformProbability, 1, out var uniform) ?? wrong;
        ratio = pair > 0 ? uniform / pair : double.NaN;
        return wrong;
    }

    private string? Number(ImportColumn column, double most, out double number)
    {
        number = double.NaN;
        if (!source.Has(column) || (ImportValues.TryNumber(source[column], out number) && !(number < 0) && !(number > most)))
            return null;
        return Wrong(column, most == 1 ? "a probability from 0 to 1, or nothing" : "a number that is not negative, or nothing");
    }

    // The columns of a side are the first, the third, the fifth and the seventh from its tokens on.
    private string? Style(ImportColumn tokens, out AnswerStyle? style)
    {
        style = null;
        if (!source.Has(tokens))
            return null;
        Span<int> values = stackalloc int[4];
        for (var i = 0; i < values.Length; i++)
        {
            var column = tokens + 2 * i;
            if (!ImportValues.TryNumber(source[column], out var number) || number < 0 || number > int.MaxValue || (number % 1 != 0 && !double.IsNaN(number)))
                return Wrong(column, "a whole number that is not negative, or nothing");
            if (double.IsNaN(number))
                return null;
            values[i] = (int)number;
        }

        style = new AnswerStyle(values[0], values[1], values[2], values[3]);
        return null;
    }

    private string Wrong(ImportColumn column, string expected) =>
        $"{ImportColumns.NameOf(column)} is {Quoted(source[column])}; expected {expected}";

    private static string Quoted(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value.Length > 4 * LongestQuoted ? value[..(4 * LongestQuoted)] : value);
        return $"\"{DisplayText.Shorten(DisplayText.Clean(text), LongestQuoted)}\"";
    }
}
