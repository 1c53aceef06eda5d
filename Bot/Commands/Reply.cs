using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>
/// The answer to one interaction. Discord wants the first within three seconds and tells first, deferred and further answers apart; callers
/// only say what there is to say.
/// </summary>
internal sealed class Reply(IDiscordClient discord, Interaction interaction)
{
    private enum State
    {
        Open,
        Thinking,
        ThinkingQuietly,
        Untouched,
        Given,
    }

    private State _state = State.Open;

    /// <summary>Whether the member has been told something, or has seen something happen.</summary>
    public bool IsGiven => _state == State.Given;

    /// <summary>Acknowledges; everybody sees that an answer is coming.</summary>
    public async Task ThinkAsync(CancellationToken cancellationToken)
    {
        await discord.DeferAsync(interaction, ephemeral: false, cancellationToken);
        _state = State.Thinking;
    }

    /// <summary>Acknowledges; only the caller sees that an answer is coming, and only they will see it.</summary>
    public async Task ThinkQuietlyAsync(CancellationToken cancellationToken)
    {
        await discord.DeferAsync(interaction, ephemeral: true, cancellationToken);
        _state = State.ThinkingQuietly;
    }

    /// <summary>Acknowledges a button; nobody sees anything yet.</summary>
    public async Task TouchAsync(CancellationToken cancellationToken)
    {
        await discord.DeferUpdateAsync(interaction, cancellationToken);
        _state = State.Untouched;
    }

    /// <summary>Answers with a form that pops up; what is written in it comes as an interaction of its own. Not after an acknowledgement.</summary>
    public async Task AskAsync(Modal form, CancellationToken cancellationToken)
    {
        await discord.ShowModalAsync(interaction, form, cancellationToken);
        _state = State.Given;
    }

    /// <summary>Answers: for everybody, unless the answer was announced quietly or is ephemeral itself.</summary>
    public async Task SayAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        switch (_state)
        {
            case State.Open:
                await discord.RespondAsync(interaction, message, cancellationToken);
                break;
            case State.Thinking when message.Ephemeral:
                await discord.DeleteResponseAsync(interaction, cancellationToken);
                await discord.FollowUpAsync(interaction, message, cancellationToken);
                break;
            case State.Thinking or State.ThinkingQuietly:
                await discord.EditResponseAsync(interaction, message.AsEdit(), cancellationToken);
                break;
            default:
                await discord.FollowUpAsync(interaction, message, cancellationToken);
                break;
        }

        _state = State.Given;
    }

    /// <summary>Answers for everybody in a server what takes a moment to compose, or says to the caller alone why not.</summary>
    /// <param name="server">Where it was asked; null in direct messages, where there are no boards.</param>
    /// <param name="refusal">What is wrong with the question; null for nothing.</param>
    /// <param name="compose">Composes the answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task AnswerAsync(
        ServerId? server, string? refusal, Func<ServerId, Task<OutgoingMessage>> compose, CancellationToken cancellationToken)
    {
        if (server is not { } here || refusal is not null)
        {
            await WhisperAsync(server is null ? ErrorText.OnlyInServers : refusal!, cancellationToken);
            return;
        }

        await ThinkAsync(cancellationToken);
        await SayAsync(await compose(here), cancellationToken);
    }

    /// <summary>One sentence for the caller alone.</summary>
    public Task WhisperAsync(string sentence, CancellationToken cancellationToken) =>
        SayAsync(OutgoingMessage.Whisper(sentence), cancellationToken);

    /// <summary>One sentence for the caller alone that says why not, and with it what they typed, so that it is not lost.</summary>
    public Task RefuseAsync(string sentence, CancellationToken cancellationToken) =>
        SayAsync(WrittenText.With(OutgoingMessage.Whisper(sentence), WrittenText.Of(interaction)), cancellationToken);

    /// <summary>Edits the message whose button was touched.</summary>
    public async Task EditTouchedAsync(MessageEdit edit, CancellationToken cancellationToken)
    {
        if (_state != State.Untouched)
            throw new InvalidOperationException("No button was touched before.");
        await discord.EditResponseAsync(interaction, edit, cancellationToken);
        _state = State.Given;
    }

    /// <summary>The question whose button was touched is answered: the answer takes its place, and there is nothing more to press.</summary>
    public Task ConcludeAsync(string answer, CancellationToken cancellationToken) =>
        EditTouchedAsync(new MessageEdit { Content = answer, Components = [] }, cancellationToken);

    /// <summary>Puts another page in the place of the one whose button was touched.</summary>
    public Task TurnToAsync(OutgoingMessage page, CancellationToken cancellationToken) =>
        // A sentence for the one who pressed does not take the page away from the others.
        page.Ephemeral ? SayAsync(page, cancellationToken) : EditTouchedAsync(page.AsEdit(), cancellationToken);

    /// <summary>One sentence for the caller alone; null where they see elsewhere what came of it.</summary>
    public Task WhisperUnlessShownAsync(string? sentence, CancellationToken cancellationToken) =>
        sentence is null ? TakeBackAsync(cancellationToken) : WhisperAsync(sentence, cancellationToken);

    /// <summary>What the member sees elsewhere is the answer; the announced one is taken back.</summary>
    public async Task TakeBackAsync(CancellationToken cancellationToken)
    {
        if (_state is State.Thinking or State.ThinkingQuietly)
            await discord.DeleteResponseAsync(interaction, cancellationToken);
        _state = State.Given;
    }
}
