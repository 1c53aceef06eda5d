using System.Text.RegularExpressions;

namespace Arena.Core.Integrity;

/// <summary>The words of a tag or a display name.</summary>
internal static partial class ModelWords
{
    // What many models are called besides their name.
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "instruct", "chat", "base", "text", "code", "coder", "math", "vision", "mini", "nano", "micro", "tiny", "small", "medium", "large", "big", "xl",
        "pro", "plus", "max", "turbo", "flash", "lite", "light", "next", "preview", "latest", "beta", "alpha", "new", "old", "uncensored", "abliterated",
        "distill", "distilled", "merge", "merged", "slerp", "dpo", "sft", "rlhf", "grpo", "orpo", "gguf", "ggml", "gptq", "awq", "quant", "fp16", "bf16", "int4", "int8",
        "thinking", "reasoning", "instruction", "tuned", "finetuned", "model", "models", "assistant", "the", "and", "for", "hf", "lm", "llm", "moe", "embed", "embedding",
        "demo", "test", "open", "neural", "super", "ultra", "deep", "long", "context", "multilingual", "english", "german", "french", "spanish", "italian",
        "chinese", "japanese", "korean", "russian", "version", "experimental", "research", "personal", "server", "local", "scout", "maverick", "expanse", "dense",
        "fault",
    };

    /// <summary>All words of it, without the place where it is kept and the part behind the colon.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var from = text.LastIndexOf('/') + 1;
        var colon = text.IndexOf(':', from);
        return [.. Word().Matches(colon < 0 ? text[from..] : text[from..colon]).Select(match => match.Value)];
    }

    /// <summary>The words that are a name of this model, as far as one can tell: at least three letters, and not what others are called, too.</summary>
    public static IEnumerable<string> NamesIn(string text) => In(text).Where(word => word.Length >= 3 && !Plain.Contains(word));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
