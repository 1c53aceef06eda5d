using System.Text.RegularExpressions;

namespace Arena.Core.Prompts;

/// <summary>What people say in a prompt, without what they show: code, formulas, addresses, tags.</summary>
internal static partial class PromptProse
{
    public static string Of(string prompt)
    {
        var prose = Fenced().Replace(prompt, " ");
        prose = Inline().Replace(prose, " ");
        prose = Tag().Replace(prose, " ");
        // Looked at run by run: one run after the other takes time in proportion, whatever was typed.
        return Run().Replace(prose, run => Address().IsMatch(run.ValueSpan) || Machine().IsMatch(run.ValueSpan) ? " " : run.Value);
    }

    [GeneratedRegex(@"```.*?(?:```|\z)|~~~.*?(?:~~~|\z)", RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"`[^`\n]*`|\$\$[^$]*\$\$|\$[^$\s][^$\n]*\$")]
    private static partial Regex Inline();

    // <b>, <@123>, <#456>, <:name:789>, <t:1:R>
    [GeneratedRegex(@"<[/@#:!a-z][^<>\n]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    // Ideographs and kana follow one another without spaces, so they belong to no run.
    [GeneratedRegex(@"[^\s\u2E80-\uFFFF]+")]
    private static partial Regex Run();

    [GeneratedRegex(@"^(?:[a-z][a-z0-9+.-]{1,10}://|www\.)|\w@\w", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // What only machines write: for(i=0;i<n;i++), snake_case, camelCase, C:\x, a=b, \frac{1}{2}, print("x").
    [GeneratedRegex(@"[{}\[\]=<>_\\|^~@#$%&]|;\S|\w\(|\p{Ll}\p{Lu}|^/|\d\p{L}")]
    private static partial Regex Machine();
}
