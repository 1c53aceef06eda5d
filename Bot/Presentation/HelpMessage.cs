using Bot.Discord.Messages;
using Bot.Presentation.Battles;

namespace Bot.Presentation;

/// <summary>How it works, in one screen.</summary>
internal static class HelpMessage
{
    private const string Text = """
        **/battle** gives your prompt to two models that nobody knows yet, or draws one 🎲. You see both answers, and everyone votes by reaction:
        🇦 A is better · 🇧 B is better · 🤝 a tie · 👎 both are bad
        Your latest reaction counts, and you may change it while the vote is open. It closes by itself after a while, after enough votes, or by **Reveal**, which the one who started the battle and moderators can press. Then the names are shown and the ratings move.

        **/leaderboard** shows who stands where and how sure that is, by category if you like; **/elo** one model with its history, or two against each other; **/chart** draws what the votes say, **/me** is about your own; **/models list** and **info** tell of all that play. **/duel** sets two models that you name side by side, unrated. **Battle this**, in the menu of your own message under Apps, makes a battle of what you wrote; **Report battle**, in the menu of a battle, hides an answer until a moderator has looked.

        **/models suggest** and **/prompts suggest** put something on the moderators' list, **/prompts random** draws a prompt.

        Moderators: **/arena** (settings, moderators, presets, status, audit, suspicions, ban…), **/prompt**, **/model play** and **bench**, **Correct category**; those of the arena's home server the rest of **/model** too.

        Prompts, answers and votes are stored by whoever runs this arena: **/privacy** shows you yours, and forgets you.
        """;

    public static OutgoingMessage Compose() => new()
    {
        Embeds = [new Embed { Title = "How the arena works", Description = Text, Color = BattleMessage.Blue }],
        Ephemeral = true,
    };
}
