using Bot.Discord.Messages;

namespace Bot.Presentation;

/// <summary>How it works, in one screen.</summary>
internal static class HelpMessage
{
    private const string Text = """
        **/battle** gives your prompt to two models that nobody knows yet, or draws one 🎲. You see both answers, and everyone votes by reaction:
        🇦 A is better · 🇧 B is better · 🤝 a tie · 👎 both are bad
        Your latest reaction counts, and you may change it while the vote is open. It closes by itself after a while, after enough votes, or by **Reveal**, which the one who started the battle and moderators can press. Then the names are shown and the ratings move.

        **/leaderboard** shows who stands where and how sure that is, by category if you like; **/elo** one model with its history, or two against each other; **/chart** draws what the votes say, **/me** is about your own; **/models list** names all that play. **Battle this**, in the menu of your own message under Apps, makes a battle of what you wrote.

        Moderators: **Correct category** on a battle, **/arena status**, **/arena cancel** and **/arena export**; those of the arena's home server also **/model add** and **/model retire**.

        Prompts, answers and votes are stored by whoever runs this arena.
        """;

    public static OutgoingMessage Compose() => new()
    {
        Embeds = [new Embed { Title = "How the arena works", Description = Text, Color = BattleMessage.Blue }],
        Ephemeral = true,
    };
}
