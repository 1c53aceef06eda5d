using Arena.Core.Battles.Showing;
using Bot.Discord.Messages;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Battles;

/// <summary>How a battle ended, in a few lines, for the channel that a server keeps for results.</summary>
internal static class ResultMessage
{
    private const int LongestPrompt = 150;

    public static OutgoingMessage Compose(BattleView view)
    {
        var battle = view.Battle;
        var names = $"**{Name(view.A)}** (A) and **{Name(view.B)}** (B)";
        var prompt = battle.IsPromptHidden ? "" : $"\n{SafeText.Quote(SafeText.Plain(TextBox.Plain(battle.Prompt.ReplaceLineEndings(" "), LongestPrompt)))}";
        var link = battle.Message is { } message ? $"\n{MessageLinks.To(battle.Server, battle.Channel, message)}" : "";
        return new OutgoingMessage
        {
            Content = $"{names}{prompt}\n{BattleSentences.Ending(view)}{link}",
            Nonce = $"result-{battle.Id}",
            SuppressEmbeds = true,
        };
    }

    private static string Name(AnswerView answer) => answer.Model is { } model ? ModelNames.Tag(model.Tag) : "?";
}
