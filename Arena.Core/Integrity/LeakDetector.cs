using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Arena.Core.Roster;

namespace Arena.Core.Integrity;

/// <summary>
/// Whether an answer says which model it is of: its own name, its family or its maker, said of itself, and no name that stands in a prompt.
/// To talk about a model or a maker says nothing about oneself. A rule of words and sentences, the same for everyone; see docs/not-counted.md.
/// </summary>
internal static partial class LeakDetector
{
    private const char Name = '\uE000';
    private const char Word = '\uE001';
    private const char Maker = '\uE002';
    private const char NameAndMaker = '\uE003';

    private const int LongestWords = 100;

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Rules of words: no pattern is kept longer than a sentence, and none looks at more than one.
    private static readonly (Regex Naming, Regex[] Making)[] Statements =
    [
        .. SelfStatements.All.Select(statement => (
            Of(Naming(statement), statement),
            statement.Made.Select(made => Of(made, statement)).ToArray())),
    ];

    /// <summary>Changes where the rule does, so that what was found by another one is looked for again.</summary>
    public static string Rule { get; } = Hash(string.Join(
        '\n',
        [
            "1", SelfStatements.AroundMakers,
            .. SelfStatements.All.Select(statement => string.Join('\t', [statement.Language, statement.Am, statement.Between, .. statement.Made])),
            .. ModelFamilies.All.Select(family => family.ToString()),
        ]));

    /// <summary>The words that give a model away, in the first answer that does; null where none does.</summary>
    /// <param name="prompts">What was asked, in all turns.</param>
    /// <param name="answers">What the model answered, in all turns.</param>
    /// <param name="identity">Who it is.</param>
    public static string? Find(IReadOnlyList<string> prompts, IReadOnlyList<string> answers, ModelIdentity identity)
    {
        // Most answers name nobody, and are through here.
        var naming = answers.Select(LetterForms.Fold).Where(identity.MayStandIn).ToList();
        if (naming.Count == 0)
            return null;
        var names = identity.NamesOutside(prompts);
        return names.Count == 0
            ? null
            : naming.Select(answer => Find(answer, identity, names)).FirstOrDefault(words => words is not null);
    }

    /// <summary>The same of one model of the roster.</summary>
    public static string? Find(IReadOnlyList<string> prompts, IReadOnlyList<string> answers, Model model) =>
        Find(prompts, answers, ModelIdentity.Of(model));

    private static string? Find(string answer, ModelIdentity identity, IReadOnlyList<OwnName> names)
    {
        foreach (var sentence in LeakText.Sentences(answer).Where(identity.MayStandIn))
        {
            if (Marked(sentence, identity, names) is { } marked && Said(marked.Text) is { } said)
                return Words(sentence, marked, said);
        }

        return null;
    }

    // The sentence with every name as one letter, and where in the sentence each letter of it came from.
    private static (string Text, List<int> From)? Marked(string sentence, ModelIdentity identity, IReadOnlyList<OwnName> names)
    {
        var marked = new StringBuilder();
        var from = new List<int>();
        var (at, found) = (0, false);
        foreach (Match match in identity.In(sentence))
        {
            if (KindOf(match, names) is not { } mark)
                continue;
            Copy(match.Index);
            marked.Append(mark);
            from.Add(match.Index);
            (at, found) = (match.Index + match.Length, true);
        }

        if (!found)
            return null;
        Copy(sentence.Length);
        from.Add(sentence.Length);
        return (marked.ToString(), from);

        void Copy(int until)
        {
            for (; at < until; at++)
            {
                marked.Append(sentence[at]);
                from.Add(at);
            }
        }
    }

    private static char? KindOf(Match match, IReadOnlyList<OwnName> names)
    {
        var own = match.Groups["name"].Value;
        var name = names.FirstOrDefault(name => name.Is(own));
        if (name is null)
            return null;
        var hasVersion = match.Length > own.Length && match.Value.Any(char.IsAsciiDigit);
        if (name.IsProper && char.IsLower(own[0]) && !hasVersion)
            return null;
        return name.Kind switch
        {
            OwnNameKind.Name => Name,
            OwnNameKind.Word => hasVersion ? Name : Word,
            OwnNameKind.Maker => Maker,
            _ => NameAndMaker,
        };
    }

    private static (int Start, int Length)? Said(string sentence)
    {
        foreach (var (naming, making) in Statements)
        {
            foreach (Match match in naming.Matches(sentence))
            {
                if (!IsDoubted(sentence, match) && IsMeant(sentence, match))
                    return (match.Index, match.Length);
            }

            foreach (var made in making)
            {
                if (made.Match(sentence) is { Success: true } match && !IsDoubted(sentence, match) && !IsAsked(sentence, match))
                    return (match.Index, match.Length);
            }
        }

        return null;
    }

    private static bool IsDoubted(string sentence, Match match) => Doubt().IsMatch(sentence[..match.Index]);

    // A question is one where it ends with the name: "I am Qwen, how can I help?" says it, "I am Qwen?" does not.
    private static bool IsAsked(string sentence, Match match) => Asked().IsMatch(sentence[(match.Index + match.Length)..]);

    private static bool IsMeant(string sentence, Match match)
    {
        var after = sentence[(match.Index + match.Length)..];
        if (IsAsked(sentence, match) || OtherSubject().IsMatch(after))
            return false;
        // A name that is also a word is meant where the sentence is about a machine, or ends with it.
        return match.Value[^1] != Word || IsOfMachine(sentence) || (Ends().IsMatch(after) && !Article().IsMatch(match.Value));
    }

    private static bool IsOfMachine(string sentence) => Machine().IsMatch(sentence) || sentence.Contains(Maker, StringComparison.Ordinal);

    private static string Words(string sentence, (string Text, List<int> From) marked, (int Start, int Length) said)
    {
        var start = marked.From[said.Start];
        var words = sentence[start..marked.From[said.Start + said.Length]].Trim();
        return words.Length <= LongestWords ? words : $"… {words[^LongestWords..].TrimStart()}";
    }

    private static string Naming(SelfStatement statement) => $"(?:{statement.Am}){{S}}{{W}}{{N}}";

    // Around Chinese and Japanese words there are no spaces.
    private static Regex Of(string pattern, SelfStatement statement)
    {
        var gap = statement.Language is "zh" or "ja" ? @"\s*" : @"[\s,:(""]+";
        var between = statement.Language is "zh" or "ja" ? $@"(?:(?:{statement.Between})\s*)*" : $@"(?:(?:{statement.Between})[\s,:(""-]+)*";
        return new Regex(
            pattern
                .Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
                .Replace("{N}", $"[{Name}{Word}{NameAndMaker}]", StringComparison.Ordinal)
                .Replace("{M}", $"[{Name}-{NameAndMaker}]", StringComparison.Ordinal)
                .Replace("{S}", gap, StringComparison.Ordinal)
                .Replace("{W}", between, StringComparison.Ordinal)
                .Replace("{BY}", $@"(?:(?:{SelfStatements.AroundMakers})(?:(?<=')|[\s,]+))*", StringComparison.Ordinal),
            AnyCase);
    }

    /// <summary>Stands for a text.</summary>
    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    [GeneratedRegex(@"(?:\b(?:if|whether|pretend\w*(?: that)?|imagine|imagining|suppose|say|says|saying|(?<!being )(?<!having )said|claim\w*|like|though|would be|wish|dream(?:ed|t)? that|als ob|wenn|ob|si|comme si|como si|se|jeśli|gdyby|eğer|no|non|não|nie|nu)|если|будто|如果|假如|假装|要是|もし|만약)\s*(?:that\s*)?[,:]?\s*$", AnyCase)]
    private static partial Regex Doubt();

    [GeneratedRegex(@"^[^,;:.!\-–—]*[?？؟]")]
    private static partial Regex Asked();

    // It is said of somebody else, or denied: "Qwen değilim", "Qwenではありません", "Qwen이 아닙니다".
    [GeneratedRegex(@"^\s*,?\s*(?:(?:is|was|are|were|has|had|can|will|would|could|does|did|isn't|ist|war|est|es un|è|değil\w*|नहीं)\b|では|じゃ|(?:이|가|은|는)?\s*아[니닙])", AnyCase)]
    private static partial Regex OtherSubject();

    [GeneratedRegex(@"^[\s,""')]*(?:and (?:I|my)\b.*|how (?:can|may)\b.*|what (?:can|would)\b.*|nice to meet\b.*|wie kann\b.*|[.!。！…].*)?$", AnyCase)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(?:an?|the|ein|eine|der|die|das|une?|l[ea]|el|una?|il|lo|um|uma|een|de|het)\s\S*$", AnyCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?:AI|A\.I\.|KI|IA|SI|LLM|chat-?bot|artificial|language model|Sprachmodell|modèle|modelo|modello|taalmodel|asist\w+|assist\w+|model\w*|yapay zek\w+)\b|ИИ|модель|ассистент|помощник|人工智能|助手|模型|人工知能|モデル|アシスタント|언어|모델|어시스턴트|인공지능|ذكاء|مساعد|نموذج|एआई", AnyCase)]
    private static partial Regex Machine();
}
