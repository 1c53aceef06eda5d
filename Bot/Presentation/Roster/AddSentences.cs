using Arena.Core.Roster;

namespace Bot.Presentation.Roster;

/// <summary>What became of putting a model on the roster.</summary>
internal static class AddSentences
{
    public static string Of(AddResult result) => result switch
    {
        AddResult.Added added =>
            $"**{ModelNames.WithSize(added.Model)}** is on the roster and plays from the next battle on.{Twins(added.Model, result)}",
        AddResult.Restored restored => $"**{ModelNames.WithSize(restored.Model)}** plays again, with its old rating.{Twins(restored.Model, result)}",
        AddResult.AlreadyActive already => $"**{ModelNames.WithSize(already.Model)}** is on the roster already.",
        AddResult.Malformed malformed => malformed.Why,
        AddResult.UnknownToNodes unknown => ErrorText.UnknownToNodes(unknown.Tag, unknown.DidYouMean),
        AddResult.CannotChat mute => mute.Why,
        AddResult.NodesUnreachable => ErrorText.NodesUnreachable,
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };

    private static string Twins(Model model, AddResult result) =>
        RosterSentences.SameWeights(model, result.Twins) is { } sentence ? $" {sentence}" : "";
}
