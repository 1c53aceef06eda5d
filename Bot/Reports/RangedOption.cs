using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Bot.Reports;

/// <summary>Options whose value lies in a range or is one of a few words; what does not is refused with one sentence.</summary>
internal static class RangedOption
{
    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    /// <param name="usual">What it is when it is left out; null where the command knows only when it runs.</param>
    public static Option<T> Number<T>(string name, string description, string help, T least, T most, T? usual) where T : struct, INumber<T> =>
        new(name)
        {
            Description = description,
            HelpName = help,
            Arity = ArgumentArity.ExactlyOne,
            DefaultValueFactory = usual is { } value ? _ => value : null,
            CustomParser = result =>
            {
                var text = TextOf(result);
                if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var given) && given >= least && given <= most)
                    return given;
                var kind = T.One / (T.One + T.One) == T.Zero ? "a whole number" : "a number";
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {text}; expected {kind} from {least} to {most}."));
                return default;
            },
        };

    /// <summary>One of these words; null when it is left out.</summary>
    public static Option<T?> Word<T>(string name, string description, params (string Word, T Value)[] words) where T : struct => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words.Select(word => word.Word)),
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            var text = TextOf(result);
            foreach (var (word, value) in words)
            {
                if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                    return value;
            }

            result.AddError($"{name} is {text}; expected {string.Join(", ", words[..^1].Select(word => word.Word))} or {words[^1].Word}.");
            return null;
        },
    };

    /// <summary>A Discord id; null when it is left out.</summary>
    public static Option<ulong?> Id(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "id",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            if (ulong.TryParse(TextOf(result), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return id;
            result.AddError($"{name} is {TextOf(result)}; expected a Discord id, which is a number.");
            return null;
        },
    };

    private static string TextOf(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
}
