using System.Text.RegularExpressions;

namespace Sandbox.Models.Voices;

/// <summary>A little knowledge about one thing, so that the better demo models have something true to say.</summary>
/// <param name="Answer">The point in one or two sentences.</param>
/// <param name="Details">More, each sentence on its own.</param>
/// <param name="Caution">What people get wrong, or what to check.</param>
internal sealed record Topic(string Pattern, string Answer, string[] Details, string Caution)
{
    public static Topic? For(string text) =>
        DemoKnowledge.Topics.FirstOrDefault(topic => Regex.IsMatch(text, topic.Pattern, RegexOptions.IgnoreCase));
}
