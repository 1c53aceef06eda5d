using System.Text;
using Bot.Discord.Messages;

namespace Bot.Tests.Presentation;

/// <summary>A message as lines of text, to be compared with what was approved.</summary>
internal static class MessageText
{
    public static string Of(OutgoingMessage message)
    {
        var text = new StringBuilder();
        if (message.Ephemeral)
            text.Append("(ephemeral)\n");
        if (message.Content is { } content)
            text.Append(content).Append('\n');
        foreach (var embed in message.Embeds)
            Append(text, embed);
        foreach (var row in message.Components)
            text.Append(string.Join(' ', row.Components.Select(Label))).Append('\n');
        foreach (var file in message.Files)
            text.Append($"<file {file.Name} {file.MediaType} {file.Content.Length} bytes{(file.Description is { } alt ? $": {alt}" : "")}>\n");
        return text.ToString().TrimEnd().ReplaceLineEndings("\n");
    }

    public static string OfEdit(MessageEdit edit) =>
        Of(new OutgoingMessage { Content = edit.Content, Embeds = edit.Embeds ?? [], Components = edit.Components ?? [] });

    /// <summary>Characters in all embeds together, as Discord counts them against 6,000.</summary>
    public static int EmbedCharacters(OutgoingMessage message) => message.Embeds.Sum(embed =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Length ?? 0) + (embed.Author?.Length ?? 0)
        + embed.Fields.Sum(field => field.Name.Length + field.Value.Length));

    private static void Append(StringBuilder text, Embed embed)
    {
        text.Append(embed.Color is { } color ? $"┌ #{color:X6} {embed.Title}".TrimEnd() + "\n" : $"┌ {embed.Title}".TrimEnd() + "\n");
        foreach (var line in (embed.Description ?? "").Split('\n', StringSplitOptions.None).Where(_ => embed.Description is not null))
            text.Append($"│ {line}".TrimEnd()).Append('\n');
        if (embed.Image is { } image)
            text.Append($"│ <image {image.OriginalString}>\n");
        text.Append($"└ {embed.Footer}".TrimEnd()).Append('\n');
    }

    private static string Label(Component component) => component is Component.Button button
        ? $"[{button.Label} {button.Style} {button.CustomId}{(button.Disabled ? " disabled" : "")}]"
        : component.ToString();
}
