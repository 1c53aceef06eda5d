using System.Text.RegularExpressions;

namespace Sandbox.Models;

/// <summary>Ollama's rules for names, as far as demo models need them.</summary>
internal static partial class DemoNames
{
    public static bool IsValid(string name) => Form().IsMatch(name) && name.Length <= 500;

    /// <summary>With <c>:latest</c> where there is no tag.</summary>
    public static string Full(string name) => name.LastIndexOf(':') > name.LastIndexOf('/') ? name : name + ":latest";

    [GeneratedRegex(@"^((?:https?://)?(?:[A-Za-z0-9_][\w.:-]*/)?[A-Za-z0-9_][\w.-]*/)?[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,79})?$")]
    private static partial Regex Form();
}
