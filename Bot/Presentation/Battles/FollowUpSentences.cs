using Arena.Core.Battles;
using Bot.Discord.Messages;

namespace Bot.Presentation.Battles;

/// <summary>What members are asked and told about going on with a battle's conversation.</summary>
internal static class FollowUpSentences
{
    public const string Asked = "Your question is asked.";
    public const string Empty = "The question is empty, so nothing was asked.";
    public const string NotYours = "Only the one who started this battle and moderators can ask further.";
    public const string AnotherTurn = "Another question is waiting or being answered already. Ask further when its answers are there.";
    public const string GoneOn = "The conversation has gone on since you began to write. Read the new answers, then ask further.";
    public const string VotedAlready = "Somebody has voted already, so the conversation stays as it is. Start a new battle to ask something else.";

    private const string Field = "question";
    private const int LongestField = 4_000;

    /// <summary>The form for the question that follows a battle's present turn.</summary>
    /// <param name="longest">Characters that the server takes.</param>
    /// <param name="written">What stands in its box to begin with.</param>
    public static Modal Ask(Battle battle, int longest, string? written = null) => new(
        ButtonIds.About(battle.Id, battle.Turn), "Ask both models further",
        new TextField(
            Field, "Your question", Paragraph: true, MaxLength: Math.Clamp(Math.Max(longest, written?.Length ?? 0), 1, LongestField), Value: written,
            Description: "Both models answer it, then the vote opens anew on the whole conversation."));

    /// <summary>Why a question was not asked, with the question; and a button that opens the form with it again, where that may help.</summary>
    public static OutgoingMessage Refused(BattleId battle, string sentence, string? written, bool mayEdit) => WrittenText.With(
        OutgoingMessage.Whisper(sentence) with
        {
            Components = mayEdit && written is { Length: <= LongestField }
                ? [new ActionRow(new Component.Button(ButtonIds.About(ButtonIds.EditQuestion, battle), "Edit it", ButtonStyle.Primary))]
                : [],
        },
        written);

    /// <summary>What stood in the form's box.</summary>
    public static string Written(IReadOnlyDictionary<string, string> fields) => fields.GetValueOrDefault(Field) ?? "";

    /// <summary>What stands above the vote when the last further question came to nothing.</summary>
    public static string TakenBack(VoidReason reason) => reason == VoidReason.Cancelled
        ? "The further question was cancelled; the vote is on the conversation before it."
        : $"{reason.Sentence()} The further question is taken back; the vote is on the conversation before it.";

    public static string NoFurtherTurn(int allowed) => allowed == 0
        ? "Conversations do not go on in this battle. Start a new one to ask something else."
        : $"This battle has had its {Numbers.Count(allowed, "further turn")}. Start a new one to ask something else.";

    public static string NoRoom(int context) =>
        $"The conversation fills the models' context of {Numbers.Count(context, "token")}, and this question leaves no room for an answer. Please shorten it, or start a new battle.";
}
