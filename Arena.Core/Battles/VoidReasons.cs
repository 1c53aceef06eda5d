namespace Arena.Core.Battles;

/// <summary>What members are told about a void battle. No sentence tells which model it was, or which side.</summary>
public static class VoidReasons
{
    /// <summary>One plain sentence, without what can be done now.</summary>
    public static string Sentence(this VoidReason reason) => reason switch
    {
        VoidReason.ModelFailed => "One of the two models stopped answering.",
        VoidReason.ModelSilent => "One of the two models went silent in the middle of its answer.",
        VoidReason.ModelTooSlow => "One of the two models took too long to answer.",
        VoidReason.EmptyAnswer => "One of the two models gave an empty answer.",
        VoidReason.ModelNotLoaded => "One of the two models could not be loaded.",
        VoidReason.ModelsUnreachable => "The models could not be reached in time.",
        VoidReason.Cancelled => "This battle was cancelled.",
        VoidReason.MessageDeleted => "This battle's message was deleted.",
        VoidReason.ChannelDeleted => "This battle's channel is gone.",
        VoidReason.NotPosted => "This battle could not be posted here.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };

    /// <summary>Whether trying again makes sense to the member: nobody meant the battle to end.</summary>
    public static bool MayTryAgain(this VoidReason reason) =>
        reason is not (VoidReason.Cancelled or VoidReason.MessageDeleted or VoidReason.ChannelDeleted);
}
