using System.Text;
using Arena.Core.Roster;
using Bot.Discord.Messages;

namespace Bot.Presentation;

/// <summary>The roster as text.</summary>
internal static class RosterMessage
{
    private const int LongestText = 3_900;

    public static OutgoingMessage Compose(IReadOnlyList<Model> roster)
    {
        if (roster.Count == 0)
            return OutgoingMessage.Text("There is no model on the roster. A moderator can add some with /model add.");
        var text = new StringBuilder();
        var shown = 0;
        foreach (var model in roster.OrderBy(model => model.Status).ThenBy(model => model.Tag, StringComparer.Ordinal))
        {
            var line = Line(model);
            if (text.Length + line.Length > LongestText)
                break;
            text.Append(line).Append('\n');
            shown++;
        }

        if (shown < roster.Count)
            text.Append("… and ").Append(Numbers.Count(roster.Count - shown)).Append(" more.");
        var active = roster.Count(model => model.IsActive);
        var title = $"{Numbers.Count(active, "model")} can play";
        return new OutgoingMessage { Embeds = [new Embed { Title = title, Description = text.ToString().TrimEnd(), Color = BattleMessage.Blue }] };
    }

    private static string Line(Model model)
    {
        string[] parts =
        [
            ModelNames.Details(model),
            ModelNames.Kind(model.Kind),
            model.Status switch { ModelStatus.Retired => "retired", ModelStatus.Flagged => "flagged, does not play", _ => "" },
        ];
        var details = string.Join(" · ", parts.Where(part => part.Length > 0));
        var name = SafeText.Code(TextBox.Plain(model.Tag, 100));
        return details.Length == 0 ? name : $"{name} · {details}";
    }
}
