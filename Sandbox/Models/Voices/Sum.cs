using System.Globalization;
using System.Text.RegularExpressions;

namespace Sandbox.Models.Voices;

/// <summary>Arithmetic found in a prompt, worked out step by step.</summary>
/// <param name="Steps">Like <c>17 × 23 = 391</c>, in the order of working.</param>
internal sealed partial record Sum(string Expression, double Value, IReadOnlyList<string> Steps)
{
    public string Result => Text(Value);

    /// <summary>The first thing in the text that can be computed, or null.</summary>
    public static Sum? Find(string text)
    {
        if (Percent().Match(text) is { Success: true } percent)
        {
            var (share, of) = (Number(percent.Groups[1].Value), Number(percent.Groups[2].Value));
            var value = share * of / 100;
            return new Sum(
                $"{Text(share)} % of {Text(of)}",
                value,
                [$"1 % of {Text(of)} is {Text(of / 100)}", $"{Text(share)} × {Text(of / 100)} = {Text(value)}"]);
        }

        if (Root().Match(text) is { Success: true } root)
        {
            var of = Number(root.Groups[1].Value);
            return new Sum($"√{Text(of)}", Math.Sqrt(of), [$"√{Text(of)} = {Text(Math.Sqrt(of))}"]);
        }

        var words = Words(text);
        foreach (var match in Expressions().Matches(words).OrderByDescending(match => match.Length))
        {
            var reader = new Reader(match.Value);
            if (reader.Read() is { } value && reader.Steps.Count > 0 && double.IsFinite(value))
                return new Sum(Pretty(match.Value), value, reader.Steps);
        }

        return null;
    }

    public static string Text(double value) => Math.Abs(value) < 1e15 && value == Math.Round(value)
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);

    private static double Number(string digits) => double.Parse(digits.Replace(",", ""), CultureInfo.InvariantCulture);

    private static string Words(string text) => WordOperators().Replace(text, match => match.Groups[1].Value.ToLowerInvariant() switch
    {
        "plus" => "+",
        "minus" => "-",
        "times" or "multiplied by" => "*",
        _ => "/",
    });

    private static string Pretty(string expression) =>
        Gaps().Replace(expression.Trim().Replace("*", "×").Replace("/", "÷").Replace("x", "×"), " ");

    [GeneratedRegex(@"(\d[\d,]*(?:\.\d+)?)\s*(?:%|percent)\s*of\s*(\d[\d,]*(?:\.\d+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(@"square root of\s*(\d[\d,]*(?:\.\d+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Root();

    [GeneratedRegex(@"(?<=[\d)]\s*)\b(plus|minus|times|multiplied by|divided by)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WordOperators();

    [GeneratedRegex(@"(?<![\w.])[(\s]*\d+(?:\.\d+)?(?:[)\s]*[-+*/×÷x^][(\s]*\d+(?:\.\d+)?[)]*)+(?![\w])")]
    private static partial Regex Expressions();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();

    /// <summary>A small recursive reader: sums of products of powers of numbers and brackets.</summary>
    private sealed class Reader(string text)
    {
        private int _at;

        public List<string> Steps { get; } = [];

        public double? Read()
        {
            var value = Terms();
            Skip();
            return _at == text.Length ? value : null;
        }

        private double? Terms()
        {
            var left = Factors();
            while (left is not null && Take("+-") is { } sign)
                left = Step(left, sign, Factors());

            return left;
        }

        private double? Factors()
        {
            var left = Powers();
            while (left is not null && Take("*/×÷x") is { } sign)
                left = Step(left, sign is '*' or 'x' ? '×' : sign == '/' ? '÷' : sign, Powers());

            return left;
        }

        private double? Powers()
        {
            var left = Atom();
            return left is not null && Take("^") is not null ? Step(left, '^', Powers()) : left;
        }

        private double? Atom()
        {
            Skip();
            if (Take("(") is not null)
            {
                var inner = Terms();
                return Take(")") is null ? null : inner;
            }

            var start = _at;
            while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
                _at++;

            return double.TryParse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        private double? Step(double? left, char sign, double? right)
        {
            if (left is not { } a || right is not { } b)
                return null;

            var value = sign switch
            {
                '+' => a + b,
                '-' => a - b,
                '×' => a * b,
                '÷' => b == 0 ? double.NaN : a / b,
                _ => Math.Pow(a, b),
            };
            Steps.Add($"{Text(a)} {sign} {Text(b)} = {Text(value)}");
            return value;
        }

        private char? Take(string signs)
        {
            Skip();
            return _at < text.Length && signs.Contains(text[_at]) ? text[_at++] : null;
        }

        private void Skip()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
        }
    }
}
