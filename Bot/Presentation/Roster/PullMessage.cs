using Arena.Core.Roster;
using Bot.Discord.Messages;

namespace Bot.Presentation.Roster;

/// <summary>A pull as a message: a bar while it runs, one sentence when it ended.</summary>
internal static class PullMessage
{
    public static OutgoingMessage Compose(PullView view) => view.Pull.State switch
    {
        PullState.Running => Running(view),
        PullState.Done => Done(view),
        PullState.Cancelled => Over($"Pulling **{Tag(view)}** was cancelled{By(view.Pull.EndedBy)}. What was downloaded stays on the node.", Again(view)),
        _ => Over($"**{Tag(view)}** could not be pulled. {Failure(view)}", Again(view)),
    };

    private static OutgoingMessage Running(PullView view) => new()
    {
        Content = $"**{Tag(view)}** · being pulled for {Members.Mention(view.Pull.AskedBy)}\n{PullBar.Of(view.Share)}\n{Progress(view)}",
        Components = [new ActionRow(new Component.Button(About(ButtonIds.PullCancel, view), "Cancel"))],
    };

    private static string Progress(PullView view) => view.Stage switch
    {
        PullStage.Starting => "*It begins in a moment.*",
        PullStage.Waiting => "*Waits its turn: other pulls run.*",
        PullStage.Asking => "*The node asks the registry for it.*",
        PullStage.Checking => $"*All {Numbers.Bytes(view.Pull.TotalBytes ?? 0)} are there; the node checks them.*",
        PullStage.Reconnecting => "*The node does not answer. It is asked again soon, and goes on where it stopped.*",
        _ => string.Join(" · ", Figures(view)),
    };

    private static IEnumerable<string> Figures(PullView view)
    {
        yield return $"{Numbers.Bytes(view.Pull.CompletedBytes ?? 0)} of {Numbers.Bytes(view.Pull.TotalBytes ?? 0)}";
        if (view.BytesPerSecond is { } speed)
            yield return speed < 1 ? "nothing comes at the moment" : $"{Numbers.Bytes(speed)}/s";
        if (view.TimeLeft is { } left)
            yield return $"{Numbers.About(left)} left";
    }

    private static OutgoingMessage Done(PullView view) => view.Added switch
    {
        AddResult.Added or AddResult.Restored or AddResult.AlreadyActive => Over($"**{Tag(view)}** is here. It plays from the next battle on."),
        AddResult.CannotChat mute => Over($"**{Tag(view)}** is here, but does not go on the roster. {mute.Why}"),
        null => Over($"**{Tag(view)}** is here. It is not on the roster.", Put(view)),
        _ => Over($"**{Tag(view)}** is here, but the nodes can not be asked about it right now, so it is not on the roster yet.", Put(view)),
    };

    private static string Failure(PullView view) => view.Pull.Failure switch
    {
        PullFailure.UnknownModel =>
            $"The registry has no such model.{(view.DidYouMean is { } tag ? $" Did you mean {SafeText.Code(tag)}?" : " Check the tag on ollama.com, please.")}",
        PullFailure.DiskFull =>
            $"The node's disk is full{(view.Pull.TotalBytes is { } total ? $": the model has {Numbers.Bytes(total)}" : "")}. An operator can make room there.",
        PullFailure.RegistryUnreachable => "The node can not reach the registry. Try again when its connection is back.",
        PullFailure.NodeLost => "The node does not answer any more. Try again when it is back; it goes on where it stopped.",
        PullFailure.Silent => "Nothing came from the node for too long. Try again, and it goes on where it stopped.",
        PullFailure.NotOllama => "What answers at the node's address is no Ollama. An operator can look at it with doctor.",
        PullFailure.NodeTooOld => "It needs a newer Ollama than the node's. An operator can update it.",
        _ => "What the node said is in the operator's log.",
    };

    private static string By(MemberId? member) => member is { Value: > 0 } by ? $" by {Members.Mention(by)}" : "";

    private static string Tag(PullView view) => ModelNames.Tag(view.Pull.Tag);

    private static Component.Button Again(PullView view) => new(About(ButtonIds.PullAgain, view), "Try again");

    private static Component.Button Put(PullView view) => new(About(ButtonIds.PullAdd, view), "Put it on the roster", ButtonStyle.Primary);

    private static string About(string verb, PullView view) => $"{verb}:{view.Pull.Id}";

    private static OutgoingMessage Over(string sentence, Component.Button? button = null) =>
        new() { Content = sentence, Components = button is null ? [] : [new ActionRow(button)] };
}
