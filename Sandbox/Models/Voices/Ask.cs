using System.Text.RegularExpressions;

namespace Sandbox.Models.Voices;

/// <summary>A prompt, read the way a script can: its kind, what it is about, and what can be looked up or computed for it.</summary>
internal sealed partial record Ask(
    string Text, AskKind Kind, string Subject, IReadOnlyList<string> Keywords, Sum? Sum, Snippet? Snippet, Topic? Topic, int Count)
{
    private const int LongestKeyword = 24;

    private static readonly string[] Spare = ["habit", "patience", "timing", "weather"];

    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "and", "or", "of", "to", "in", "on", "for", "with", "about", "from", "by", "at", "as", "into", "than", "that", "this",
        "these", "those", "is", "are", "was", "were", "be", "been", "do", "does", "did", "can", "could", "would", "should", "will", "what", "which",
        "who", "why", "how", "when", "where", "you", "your", "me", "my", "i", "we", "our", "it", "its", "they", "their", "he", "she", "his", "her",
        "not", "no", "one", "two", "three", "four", "five", "six", "ten", "write", "tell", "give", "explain", "describe", "name", "make", "create", "please",
        "short", "story", "poem", "haiku", "list", "function", "code", "program", "say", "show", "each", "all", "any", "like", "have", "has", "had",
        "some", "there", "then", "so", "but", "if", "between", "difference", "main", "mean", "means", "using", "use", "just", "very", "once",
        "play", "answer", "word", "words", "sentence", "sentences", "exactly", "paragraph", "opening", "tells", "whether", "ignoring",
    };

    public static Ask Read(string text)
    {
        var line = Spaces().Replace(text, " ").Trim();
        var sum = Sum.Find(line);
        var keywords = Words().Matches(line)
            .Select(match => match.Value.Length > LongestKeyword ? match.Value[..LongestKeyword] : match.Value)
            .Where(word => word.Length > 2 && !Fillers.Contains(word))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(8)
            .ToList();
        var kind = KindOf(line, sum);
        return new Ask(
            line,
            kind,
            SubjectOf(line, keywords),
            keywords,
            sum,
            kind == AskKind.Code ? Snippet.For(line) : null,
            Topic.For(line),
            CountOf(line));
    }

    /// <summary>The prompt's keywords by turn; where a short prompt runs dry, something that always has to do with it.</summary>
    public string Keyword(int index) => index < Keywords.Count
        ? Keywords[index].ToLowerInvariant()
        : index == 0 ? Subject : Spare[index % Spare.Length];

    private static AskKind KindOf(string text, Sum? sum) => text switch
    {
        _ when sum is not null && text.Length < 120 => AskKind.Math,
        _ when Greetings().IsMatch(text) => AskKind.Greeting,
        _ when Roleplays().IsMatch(text) => AskKind.Roleplay,
        _ when Poems().IsMatch(text) => AskKind.Poem,
        _ when Codes().IsMatch(text) => AskKind.Code,
        _ when Stories().IsMatch(text) => AskKind.Story,
        _ when Writings().IsMatch(text) => AskKind.Writing,
        _ when Reasonings().IsMatch(text) => AskKind.Reasoning,
        _ when Advices().IsMatch(text) => AskKind.Advice,
        _ when Lists().IsMatch(text) => AskKind.List,
        _ when Explains().IsMatch(text) => AskKind.Explain,
        _ when sum is not null => AskKind.Math,
        _ => AskKind.Other,
    };

    private static string SubjectOf(string text, List<string> keywords)
    {
        var match = About().Match(text);
        var subject = match.Success ? match.Groups[1].Value.Trim() : string.Join(" and ", keywords.Take(2)).ToLowerInvariant();
        if (subject.Length > 50)
        {
            var space = subject.LastIndexOf(' ', 50);
            subject = subject[..(space > 10 ? space : 50)];
        }

        return subject.Length == 0 ? "that" : subject;
    }

    private static int CountOf(string text)
    {
        var match = Counts().Match(text);
        if (!match.Success)
            return 3;

        return match.Groups[1].Value.ToLowerInvariant() switch
        {
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "ten" => 10,
            var digits => int.TryParse(digits, out var count) ? Math.Clamp(count, 1, 10) : 3,
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(hi|hello|hey|good (morning|evening)|how are you|thanks?)\b.{0,25}$", RegexOptions.IgnoreCase)]
    private static partial Regex Greetings();

    [GeneratedRegex(@"^(you are|be (a|an|the|my)|play|pretend|act as|imagine you|speak as|role-?play)\b|stay in character", RegexOptions.IgnoreCase)]
    private static partial Regex Roleplays();

    [GeneratedRegex(@"\b(haiku|poem|limerick|sonnet|verse|rhyme|song|lyrics)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Poems();

    [GeneratedRegex(@"\b(function|code|program(?!me)|script|regex|regular expression|sql|query|python|javascript|typescript|rust|c#|java|bash|shell|algorithm|fizzbuzz|mutex|semaphore|one-liner|web page|numbers 1 to n)\b|\w\(.*\)\s*[;{]", RegexOptions.IgnoreCase)]
    private static partial Regex Codes();

    [GeneratedRegex(@"\b(story|tale|fable|mystery|scene|bedtime)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stories();

    [GeneratedRegex(@"\b(email|e-mail|letter|toast|speech|product description|rewrite|slogan|essay|headline|describe the|paragraph|tweet|invitation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Writings();

    [GeneratedRegex(@"\b(taller|shorter|riddle|puzzle|logic|what follows|boxes?|ropes?|handshakes?|farmer|dice|prove|cancelled|labels?|off\.)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reasonings();

    [GeneratedRegex(@"\b(how (do|can|should) i|what (can|should|would) (i|you) (do|try|cook|check)|plan a|suggest|checklist|recommend|advice|my \w+ (squeaks|hurts)|i want to|tips)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Advices();

    [GeneratedRegex(@"\b(list|name (\d+|two|three|four|five|six|ten)|ideas|ways|examples|top \d+|which three)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lists();

    [GeneratedRegex(@"\b(explain|why|how|what is|what are|what does|what did|what would|difference|compare|versus|vs|describe|mean)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Explains();

    [GeneratedRegex(@"\b(?:about|of|what is|what are|explain|why do|why does|why is|how does|how do|between)\s+((?:an? |the )?[\p{L}\p{N}][\p{L}\p{N} '-]{2,60}?)(?=[.,;:?!]|$| to | and | in | from | with | that | when )", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(two|three|four|five|six|seven|ten|\d{1,2})\s+(?:\w+\s+)?(?:likely |main )?(?:\w+s)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Counts();
}
