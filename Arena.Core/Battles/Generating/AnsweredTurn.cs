namespace Arena.Core.Battles.Generating;

/// <summary>One turn of a battle's conversation that both sides have answered.</summary>
/// <param name="Question">The prompt, or what was asked further.</param>
/// <param name="A">What side A answered.</param>
/// <param name="B">What side B answered.</param>
public sealed record AnsweredTurn(string Question, string A, string B)
{
    /// <summary>What one side answered.</summary>
    public string Of(Side side) => side == Side.A ? A : B;
}
