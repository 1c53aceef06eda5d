using System.Text;
using System.Text.RegularExpressions;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;

namespace Bot.Presentation;

/// <summary>What somebody typed and the arena did not take, given back to them: Discord keeps neither forms nor commands that were sent.</summary>
internal static partial class WrittenText
{
    private const string Title = "You wrote";
    private const string Begin = "```\n";
    private const string End = "\n```";
    private const int LongestEmbed = 4_096;
    private const int LongestEmbeds = 6_000;

    // What is shorter is chosen, an id, or quickly typed again.
    private const int Shortest = 25;

    /// <summary>What an interaction brought that somebody typed; null for nothing that is worth keeping.</summary>
    public static string? Of(Interaction interaction)
    {
        IEnumerable<string> typed = interaction switch
        {
            Interaction.ModalSubmit form => form.Fields.Values,
            Interaction.SlashCommand command => command.Options.Texts,
            _ => [],
        };
        return Kept(string.Join('\n', typed.Where(one => one.Trim().Length >= Shortest)));
    }

    /// <summary>The text as a box holds it; null where there is none.</summary>
    public static string? Kept(string typed)
    {
        var text = SafeCharacters.Clean(typed);
        return text.Length == 0 ? null : text;
    }

    /// <summary>The message with the text in a box to copy it from; in a file where no box holds it.</summary>
    /// <param name="written">Null for nothing.</param>
    public static OutgoingMessage With(OutgoingMessage message, string? written)
    {
        if (written is null)
            return message;
        var box = SafeText.Markdown($"{Begin}{written.Replace("```", "`\u200B`\u200B`", StringComparison.Ordinal)}{End}");
        var others = message.Embeds.Sum(embed => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Length ?? 0));
        return box.Length <= Math.Min(LongestEmbed, LongestEmbeds - others - Title.Length)
            ? message with { Embeds = [.. message.Embeds, new Embed { Title = Title, Description = box }] }
            : message with { Files = [.. message.Files, new OutgoingFile("you-wrote.txt", Encoding.UTF8.GetBytes(written), "text/plain")] };
    }

    /// <summary>Reads the text back from the box; null where a message has none.</summary>
    public static string? In(Message message) =>
        message.Embeds.FirstOrDefault(embed => embed.Title == Title)?.Description is { } box && box.StartsWith(Begin, StringComparison.Ordinal)
        && box.EndsWith(End, StringComparison.Ordinal) && box.Length > Begin.Length + End.Length
            ? Breaks().Replace(box[Begin.Length..^End.Length], "")
            : null;

    // What kept backticks and mentions in the box from meaning something.
    [GeneratedRegex("(?<=[`@<])\u200B")]
    private static partial Regex Breaks();
}
