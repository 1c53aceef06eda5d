using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Models.Voices;

namespace Sandbox.Models;

/// <summary>What a demo model is going to say, token by token.</summary>
internal static class DemoScript
{
    private const int LongAnswer = 30_000;

    /// <summary>The tokens of the thinking, if any, and of the answer. Endless for <see cref="Fault.Endless"/>.</summary>
    public static IEnumerable<(string Piece, bool IsThinking)> Tokens(DemoJob job, Fault fault)
    {
        var dice = job.Seed is { } seed
            ? new Random(seed ^ Convert.ToInt32(DemoModel.Sha256($"{job.Model.Tag}\n{job.Prompt}")[..7], 16))
            : new Random();
        var ask = Ask.Read(job.Prompt);
        if (job.Think || fault == Fault.ThinksOnly)
        {
            foreach (var piece in DemoTokens.Of(Thought(ask)))
                yield return (piece, true);
        }

        if (fault == Fault.Long)
        {
            foreach (var piece in LongTokens())
                yield return (piece, false);

            yield break;
        }

        do
        {
            foreach (var piece in DemoTokens.Of(Cut(Text(job, ask, fault, dice), job.Stops)))
                yield return (piece, false);
        }
        while (fault == Fault.Endless);
    }

    private static string Text(DemoJob job, Ask ask, Fault fault, Random dice)
    {
        if (job.Format is { ValueKind: JsonValueKind.Object } schema)
            return DemoSchema.Instance(schema, dice)?.ToJsonString() ?? "null";

        var answer = job.Model.Voice!.Answer(ask, dice);
        if (job.Format is not null)
            return new JsonObject { ["answer"] = answer }.ToJsonString();

        return fault switch
        {
            Fault.Empty or Fault.ThinksOnly => "",
            Fault.InlineThinking => $"<think>\nThe question is about {ask.Subject}. Better not say all I know.\n</think>\n\n{answer}",
            Fault.Fence => $"A box in a box:\n\n````markdown\n```python\nprint(\"still inside\")\n```\n````\n\n{answer}\n\nAnd one that is never closed:\n\n```js\nconst open = true;",
            Fault.Pings => $"Hello @everyone and @here! <@1000000000000000001> <@!1000000000000000001> <@&1000000000000000002> <#1000000000000000003> </battle:1>\n\n{answer}",
            Fault.Rtl => $"This is \u202Edesrever\u202C, \u2066isolated\u2069 and Z\u0351\u036B\u0343a\u0334\u0315l\u0338\u030Bg\u0337\u0344o\u0336\u033F.\n\n{answer}",
            Fault.Links => $"Read [the official documentation](https://example.org/not-the-documentation) and [https://example.com](https://example.org/elsewhere), or ![a picture](https://example.org/pixel.png).\n\n{answer}",
            Fault.Names => $"I am {job.Model.Tag}, a model of the {DemoModel.Family} family.\n\n{answer}",
            Fault.Endless => answer + "\n\nAnd furthermore:\n\n",
            _ => answer,
        };
    }

    private static string Thought(Ask ask) =>
        $"The question is: {(ask.Text.Length > 80 ? ask.Text[..80] : ask.Text)} It is about {ask.Subject}. First the heart of it, then the detail. Not too plain.";

    /// <summary>So long that 30,000 characters come within a usual bound of tokens.</summary>
    private static IEnumerable<string> LongTokens()
    {
        var length = 0;
        for (var line = 1; length < LongAnswer; line++)
        {
            var piece = $"{line}. Another line of a long answer.\n";
            piece = piece[..Math.Min(piece.Length, LongAnswer - length)];
            length += piece.Length;
            yield return piece;
        }
    }

    private static string Cut(string text, IReadOnlyList<string> stops)
    {
        var end = stops.Where(stop => stop.Length > 0)
            .Select(stop => text.IndexOf(stop, StringComparison.Ordinal))
            .Where(at => at >= 0)
            .DefaultIfEmpty(text.Length)
            .Min();
        return text[..end];
    }
}
