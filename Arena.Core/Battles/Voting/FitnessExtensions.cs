namespace Arena.Core.Battles.Voting;

internal static class FitnessExtensions
{
    /// <summary>Why a ballot does not count by this; null if it does.</summary>
    /// <param name="hadBallot">The member had a ballot in the battle before.</param>
    /// <param name="before">Why that one was unfit; null if it was not.</param>
    public static UncountedReason? Reason(this Fitness fitness, bool hadBallot, UncountedReason? before) => fitness switch
    {
        Fitness.Fit => null,
        Fitness.AccountTooYoung => UncountedReason.AccountTooYoung,
        Fitness.JoinedTooLately => UncountedReason.JoinedTooLately,
        Fitness.HasLeft when !hadBallot => UncountedReason.JoinedTooLately,
        // That several stood says nothing about the member.
        _ => before == UncountedReason.SeveralStanding ? null : before,
    };
}
