using System.Text;

namespace Arena.Core.Inference;

/// <summary>How many tokens a text has, before any model has counted them.</summary>
public static class TokenEstimate
{
    // Tokenizers split bytes into pieces that are longest for English, about four bytes; three leaves a margin, and holds for most scripts.
    private const int BytesPerToken = 3;

    // What a chat template puts around a turn.
    private const int PerTurn = 8;

    /// <summary>Tokens of a conversation, rather too many than too few.</summary>
    public static int Of(IReadOnlyList<ChatTurn> conversation) =>
        conversation.Sum(turn => ((Encoding.UTF8.GetByteCount(turn.Text) + BytesPerToken - 1) / BytesPerToken) + PerTurn);
}
