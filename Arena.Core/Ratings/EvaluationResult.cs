namespace Arena.Core.Ratings;

/// <summary>How well ratings, frozen at some moment, foretell the ballots of the battles after it.</summary>
/// <param name="TrainingBattles">Counted battles that the ratings were made from: the earlier four fifths.</param>
/// <param name="HeldOutBattles">Counted battles after them.</param>
/// <param name="LeftOut">Those of the held-out battles that no system predicts, because a model was not seen in training.</param>
/// <param name="BradleyTerry">The official board's predictions.</param>
/// <param name="Elo">The Elo game's predictions of the same ballots.</param>
public sealed record EvaluationResult(
    int TrainingBattles, int HeldOutBattles, int LeftOut, PredictionScore BradleyTerry, PredictionScore Elo);
