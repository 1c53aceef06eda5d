using System.Globalization;
using Bot.Discord.Messages;
using Bot.Discord.Registration;

namespace Bot.Tests.Presentation;

/// <summary>What Discord refuses for its length or number. Lengths are in UTF-16 units, which is never less than what Discord counts.</summary>
internal static class DiscordLimits
{
    /// <summary>What is too long or too many in a message, in words; none in a good one.</summary>
    public static IReadOnlyList<string> Broken(OutgoingMessage message)
    {
        var broken = new List<string>();
        Text("content", message.Content, 2_000);
        Number("embeds", message.Embeds.Count, 10);
        Number("characters in embeds", MessageText.EmbedCharacters(message), 6_000);
        Number("files", message.Files.Count, 10);
        Text("nonce", message.Nonce, 25);
        foreach (var embed in message.Embeds)
        {
            Text("title", embed.Title, 256);
            Text("description", embed.Description, 4_096);
            Text("footer", embed.Footer, 2_048);
        }

        foreach (var file in message.Files)
            Text("description of a file", file.Description, 1_024);
        Number("rows", message.Components.Count, 5);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in message.Components)
        {
            Number("components of a row", row.Components.Count, 5);
            foreach (var component in row.Components)
                Look(component);
        }

        return broken;

        void Look(Component component)
        {
            switch (component)
            {
                case Component.Button button:
                    Id(button.CustomId);
                    Text("label", button.Label, 80);
                    break;
                case Component.Select select:
                    Id(select.CustomId);
                    Number("options", select.Options.Count, 25);
                    if (select.Options.Count == 0 || select.MaxValues > select.Options.Count)
                        broken.Add($"{select.CustomId}: {select.Options.Count} options for {select.MaxValues} values");
                    foreach (var option in select.Options)
                    {
                        Filled("label of an option", option.Label, 100);
                        Filled("value of an option", option.Value, 100);
                        Text("description of an option", option.Description, 100);
                    }

                    if (select.Options.Select(option => option.Value).Distinct(StringComparer.Ordinal).Count() < select.Options.Count)
                        broken.Add($"{select.CustomId}: a value twice");
                    break;
                case Component.ChannelSelect channels:
                    Id(channels.CustomId);
                    Number("chosen channels", channels.Chosen.Count, Math.Min(25, channels.MaxValues));
                    break;
                case Component.RoleSelect roles:
                    Id(roles.CustomId);
                    Number("chosen roles", roles.Chosen.Count, Math.Min(25, roles.MaxValues));
                    break;
            }
        }

        void Id(string id)
        {
            Filled("custom id", id, 100);
            if (!ids.Add(id))
                broken.Add($"custom id {id} twice");
        }

        void Filled(string what, string text, int most)
        {
            Text(what, text, most);
            if (string.IsNullOrWhiteSpace(text))
                broken.Add($"{what} is empty");
        }

        void Text(string what, string? text, int most) => Number($"characters of {what}", text?.Length ?? 0, most);

        void Number(string what, int count, int most)
        {
            if (count > most)
                broken.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {what}, of {most}"));
        }
    }

    /// <summary>The same of a form.</summary>
    public static IReadOnlyList<string> Broken(Modal form) =>
    [
        .. TooLong("custom id", form.CustomId, 100), .. TooLong("title", form.Title, 45),
        .. form.Fields.Count is < 1 or > 5 ? new[] { "fields" } : [],
        .. form.Fields.SelectMany(field => (IEnumerable<string>)
        [
            .. TooLong("label", field.Label, 45), .. TooLong("description", field.Description, 100), .. TooLong("placeholder", field.Placeholder, 100),
            .. TooLong("value", field.Value, field.MaxLength ?? 4_000),
        ]),
    ];

    /// <summary>The same of what is offered while somebody types.</summary>
    public static IReadOnlyList<string> Broken(IReadOnlyList<OptionChoice> choices) =>
        [.. choices.Count > 25 ? new[] { "more than 25 choices" } : [], .. choices.SelectMany(choice => TooLong("choice", choice.Name, 100))];

    private static IEnumerable<string> TooLong(string what, string? text, int most) =>
        text?.Length > most ? [string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters of {what}, of {most}")] : [];
}
